import {
  coerce,
  compileExpression,
  Failure,
  type FeelType,
  type Mode,
  parseExpression,
  type Run,
  type Value,
} from '../../feel/index.ts';
import type { Space } from './space.ts';

/** A boxed expression made ready: the values of the names known at its place go in by their order. */
export type BoxedCode = (slots: readonly Value[], run: Run) => Value;

/** Where a boxed expression stands: its model, mode, and the names known there. */
export type Place = {
  readonly space: Space;
  readonly mode: Mode;
  readonly element: string;
  readonly names: readonly string[];
};
export const nowhere = { start: 0, end: 0 };
export const nothing: BoxedCode = () => null;

/** A value that is not of its type is null in DMN and an error in house mode. */
export function checked(code: BoxedCode, type: FeelType): BoxedCode {
  if (type.kind === 'any') return code;
  return (slots, run) => run.settle(coerce(code(slots, run), type), nowhere);
}

export function compileLiteral(text: string, place: Place): BoxedCode {
  if (text.trim() === '') return nothing;
  const { space, mode, names } = place;
  const { tree, problems } = parseExpression(text, { names: [...names, ...space.propertyNames], dialect: 'model' });
  const compiled = compileExpression(text, tree, { mode, names, types: space.types });
  report(place, problems.length > 0 ? problems : compiled.problems);
  // A text with errors has no value at all, whatever could be saved of it.
  if (problems.length > 0) return (_, run) => run.settle(new Failure('unreadable', text, text), nowhere);
  return compiled.evaluate;
}

export function report(place: Place, problems: readonly Space['problems'][number][] | readonly object[]): void {
  for (const problem of problems) {
    place.space.problems.push({ ...(problem as Space['problems'][number]), element: place.element });
  }
}
