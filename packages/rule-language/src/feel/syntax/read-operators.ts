import type { Arithmetic, Expr, Test } from '../ast.ts';
import { readPostfix } from './read-postfix.ts';
import { readRangeFrom } from './read-range.ts';
import { readTest, takeCompareOperator, testOf } from './read-tests.ts';
import { readType } from './read-type.ts';
import type { Reader } from './reader.ts';

/**
 * The operators from the loosest to the tightest: or, and, comparison, + -, * /, **, minus sign. All are read from left to
 * right (§10.3.1.2). `seed` is an operand that has been read already.
 */
export function readOr(reader: Reader, seed?: Expr): Expr {
  let left = readAnd(reader, seed);
  while (reader.takeWord('or')) {
    const right = readAnd(reader);
    left = { kind: 'or', left, right, span: { start: left.span.start, end: right.span.end } };
  }
  return left;
}

function readAnd(reader: Reader, seed?: Expr): Expr {
  let left = readComparison(reader, seed);
  while (reader.takeWord('and')) {
    const right = readComparison(reader);
    left = { kind: 'and', left, right, span: { start: left.span.start, end: right.span.end } };
  }
  return left;
}

function readComparison(reader: Reader, seed?: Expr): Expr {
  let left = readAdditive(reader, seed);
  for (;;) {
    const start = left.span.start;
    const operator = takeCompareOperator(reader);
    if (operator) {
      const right = readAdditive(reader);
      left = { kind: 'compare', operator, left, right, span: { start, end: right.span.end } };
    } else if (reader.takeWord('between')) {
      const low = readAdditive(reader);
      reader.expectWord('and');
      const high = readAdditive(reader);
      left = { kind: 'between', value: left, low, high, span: { start, end: high.span.end } };
    } else if (reader.takeWord('in')) {
      left = { kind: 'in', value: left, tests: readInTests(reader), span: { start, end: reader.previousEnd } };
    } else if (reader.isWord('instance') && reader.isWord('of', 1)) {
      reader.at += 2;
      const type = readType(reader);
      left = { kind: 'instance-of', value: left, type, span: { start, end: type.span.end } };
    } else {
      return left;
    }
  }
}

/** After `in`: one test, or several in brackets. `(1..5)` is a range and `(a) + 1` an expression, seen after the first part. */
function readInTests(reader: Reader): Test[] {
  if (!reader.isSign('(')) {
    if (takesOperator(reader)) return [readTest(reader)];
    return [testOf(readAdditive(reader))];
  }
  const start = reader.advance().start;
  if (reader.isSign(')')) {
    reader.unexpected(['值 value']);
    reader.at++;
    return [];
  }
  const tests = [readTest(reader)];
  const first = tests[0];
  if (first?.kind === 'test' && reader.isSign('..')) {
    return [testOf(readAdditive(reader, readRangeFrom(reader, start, false, first.expression)))];
  }
  while (reader.takeSign(',')) tests.push(readTest(reader));
  if (!reader.expectSign(')')) {
    reader.skipTo(')');
    reader.takeSign(')');
  }
  if (tests.length === 1 && first?.kind === 'test') return [testOf(readAdditive(reader, first.expression))];
  return tests;
}

function takesOperator(reader: Reader): boolean {
  return reader.token.kind === 'sign' && ['=', '!=', '<', '<=', '>', '>='].includes(reader.token.text);
}

export function readAdditive(reader: Reader, seed?: Expr): Expr {
  let left = readMultiplicative(reader, seed);
  while (reader.isSign('+') || reader.isSign('-')) {
    const operator = reader.advance().text as '+' | '-';
    left = arithmetic(operator, left, readMultiplicative(reader));
  }
  return left;
}

function readMultiplicative(reader: Reader, seed?: Expr): Expr {
  let left = readPower(reader, seed);
  while (reader.isSign('*') || reader.isSign('/')) {
    const operator = reader.advance().text as '*' | '/';
    left = arithmetic(operator, left, readPower(reader));
  }
  return left;
}

function readPower(reader: Reader, seed?: Expr): Expr {
  let left = readMinus(reader, seed);
  while (reader.takeSign('**')) left = arithmetic('**', left, readMinus(reader));
  return left;
}

/** The minus sign binds tighter than `**` (rule 4 lists it last): `-2 ** 2` is 4. */
function readMinus(reader: Reader, seed?: Expr): Expr {
  if (seed || !reader.isSign('-')) return readPostfix(reader, seed);
  const start = reader.advance().start;
  const of = reader.nested(() => readMinus(reader));
  return { kind: 'negate', of, span: { start, end: of.span.end } };
}

function arithmetic(operator: Arithmetic['operator'], left: Expr, right: Expr): Expr {
  return { kind: 'arithmetic', operator, left, right, span: { start: left.span.start, end: right.span.end } };
}
