import type { Value } from '../values/value.ts';
import type { Run } from './run.ts';

/** The names given from outside, by slot, and the evaluation they belong to. */
export type Root = { readonly run: Run; readonly slots: readonly Value[] };

/** One bound name (loop variable, parameter, context entry, filter item). Functions as values keep the frame they were made in. */
export class Frame {
  readonly root: Root;
  readonly parent: Frame | null;
  value: Value;
  constructor(root: Root, parent: Frame | null, value: Value) {
    this.root = root;
    this.parent = parent;
    this.value = value;
  }
}

export type Code = (frame: Frame) => Value;

/** What is known at compile time about the frames: the name each binds; a filter's item also brings its own entries. */
export type Scope = {
  readonly parent: Scope | null;
  readonly name: string;
  readonly isItem: boolean;
};
