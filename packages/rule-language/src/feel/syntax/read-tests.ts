import type { CompareOperator, Expr, Test, UnaryTests } from '../ast.ts';
import type { Reader } from './reader.ts';

const operators = new Set(['=', '!=', '<', '<=', '>', '>=']);

export function takeCompareOperator(reader: Reader): CompareOperator | null {
  const { kind, text } = reader.token;
  if (kind !== 'sign' || !operators.has(text)) return null;
  reader.at++;
  if (text === '=' && reader.isSign('=')) {
    reader.report('feel-assignment', reader.token, {
      zh: '用一个“=”表示相等',
      en: 'a single "=" means equality',
      expected: ['='],
      nearest: '=',
    });
    reader.at++;
  }
  if (text === '=' && (reader.isSign('>') || reader.isSign('<'))) {
    const meant = reader.isSign('>') ? '>=' : '<=';
    reader.unexpected([meant], meant);
    reader.at++;
    return meant;
  }
  if (text === '<' && reader.isSign('>')) {
    reader.unexpected(['!='], '!=');
    reader.at++;
    return '!=';
  }
  return text as CompareOperator;
}

/** One positive unary test (rule 7): `> 5`, or an expression. */
export function readTest(reader: Reader): Test {
  const start = reader.token.start;
  const operator = takeCompareOperator(reader);
  if (operator) {
    const operand = reader.grammar.additive(reader);
    return { kind: 'compare-to', operator, operand, span: { start, end: reader.previousEnd } };
  }
  return testOf(reader.grammar.expression(reader));
}

export function testOf(expression: Expr): Test {
  return { kind: 'test', expression, span: expression.span };
}

export function readTests(reader: Reader): Test[] {
  const tests: Test[] = [];
  for (;;) {
    const before = reader.at;
    tests.push(readTest(reader));
    if (reader.takeSign(',')) continue;
    if (reader.token.kind === 'end' || reader.isSign(')')) return tests;
    reader.unexpected([',', '结尾 end']);
    if (reader.at === before) reader.advance();
    reader.skipTo(',');
    if (!reader.takeSign(',')) return tests;
  }
}

/** A whole cell (rule 17): `-`, `not(…)`, or tests parted by commas. */
export function readUnaryTests(reader: Reader): UnaryTests {
  const start = reader.token.start;
  const span = () => ({ start, end: Math.max(start, reader.previousEnd) });
  if (reader.isSign('-') && reader.peek(1).kind === 'end') {
    reader.at++;
    return { kind: 'any', span: span() };
  }
  if (reader.isWord('not') && reader.isSign('(', 1) && closesAtEnd(reader, 1)) {
    reader.at += 2;
    const tests = readTests(reader);
    reader.expectSign(')');
    return { kind: 'tests', isNegated: true, tests, span: span() };
  }
  return { kind: 'tests', isNegated: false, tests: readTests(reader), span: span() };
}

/** `not(a) and b` is an expression; `not(a, b)` is a negated cell: told apart by where the bracket closes. */
function closesAtEnd(reader: Reader, from: number): boolean {
  let depth = 0;
  for (let ahead = from; reader.peek(ahead).kind !== 'end'; ahead++) {
    if (reader.isSign('(', ahead)) depth++;
    if (reader.isSign(')', ahead) && --depth === 0) return reader.peek(ahead + 1).kind === 'end';
  }
  return true;
}
