import type { Value } from '../ir/feel-code.ts';

/** One case being decided: its facts, the rules settled so far, and what the rule at work has read. */
export type Frame = {
  readonly facts: readonly Value[];
  /** Rows per entity, a field per place; undefined where nobody said who the members are. */
  readonly members: readonly (readonly (readonly Value[])[] | undefined)[];
  readonly rules: Value[];
  readonly isDone: Uint8Array;
  row: readonly Value[];
  /** Facts, parameters, rules and hits read by the rule at work, each once. */
  reads: Reads;
};

export type Reads = {
  readonly facts: number[];
  readonly members: number[];
  readonly parameters: ParameterRead[];
  readonly rules: number[];
  readonly hits: string[];
};
export type ParameterRead = { readonly slot: number; readonly key: string };

/** What a node has become: a closure from a case to its value, `undefined` being unknown. */
export type Code = (frame: Frame) => Value;

export const newReads = (): Reads => ({ facts: [], members: [], parameters: [], rules: [], hits: [] });

export function note<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item);
}
