import type { Expr } from '../ast.ts';
import type { Reader } from './reader.ts';

/** From the dots of a range on: `..5]`, `..5)`, `..5[`. The reader stands on the dots. */
export function readRangeFrom(reader: Reader, start: number, isStartIncluded: boolean, from: Expr | null): Expr {
  reader.at++;
  const isOpenEnded = reader.isSign(']') || reader.isSign(')') || reader.isSign('[');
  const to = isOpenEnded ? null : reader.grammar.additive(reader);
  const isEndIncluded = reader.isSign(']');
  if (isEndIncluded || reader.isSign(')') || reader.isSign('[')) reader.at++;
  else reader.unexpected([']', ')', '[']);
  const span = { start, end: reader.previousEnd };
  return { kind: 'range', operator: null, start: from, end: to, isStartIncluded, isEndIncluded, span };
}
