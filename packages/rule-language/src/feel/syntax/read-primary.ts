import type { CompareOperator, Expr } from '../ast.ts';
import { decimalOf } from '../values/decimal.ts';
import { readContext, readFor, readFunction, readIf, readQuantified } from './read-forms.ts';
import { readName } from './read-name.ts';
import { readRangeFrom } from './read-range.ts';
import { takeCompareOperator } from './read-tests.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';

const literals = new Map<string, 'null' | boolean>([
  ['null', 'null'],
  ['true', true],
  ['false', false],
]);

/** A literal, a name, a bracketed thing or one of the forms that start with a word. */
export function readPrimary(reader: Reader): Expr {
  const { kind, text, start, end } = reader.token;
  const span = { start, end };
  if (kind === 'number') {
    reader.at++;
    const value = decimalOf(text);
    if (value) return { kind: 'number', value, span };
    reader.report('feel-bad-literal', span, { zh: '数字超出范围', en: 'number out of range' });
    return { kind: 'broken', span };
  }
  if (kind === 'string') {
    reader.at++;
    return { kind: 'string', value: text, span };
  }
  if (kind === 'name') return readWord(reader);
  if (kind === 'sign') {
    if (text === '@' && reader.peek(1).kind === 'string') {
      reader.at += 2;
      return { kind: 'at', text: reader.peek(-1).text, span: { start, end: reader.previousEnd } };
    }
    if (text === '(' || text === '[' || text === ']') return reader.nested(() => readBracketed(reader));
    if (text === '{') return reader.nested(() => readContext(reader));
  }
  return broken(reader);
}

/** Says what was expected, and steps over the token unless something around is waiting for it. */
function broken(reader: Reader): Expr {
  const { kind, text, start, end } = reader.token;
  reader.unexpected(['表达式 expression']);
  if (kind !== 'end' && !(kind === 'sign' && [')', ']', '}', ',', ':'].includes(text))) reader.at++;
  return { kind: 'broken', span: { start, end } };
}

function readWord(reader: Reader): Expr {
  const known = reader.scope.longestFrom(reader.tokens, reader.at);
  if ((known?.count ?? 0) <= 1) {
    const { span, literal } = {
      span: { start: reader.token.start, end: reader.token.end },
      literal: literalAt(reader),
    };
    if (literal !== undefined) {
      reader.takeWord(String(literal));
      return literal === 'null' ? { kind: 'null', span } : { kind: 'boolean', value: literal, span };
    }
    const isBindingNext = reader.peek(1).kind === 'name';
    if (reader.isWord('if')) return reader.nested(() => readIf(reader));
    if (reader.isWord('for') && isBindingNext) return reader.nested(() => readFor(reader));
    if ((reader.isWord('some') || reader.isWord('every')) && isBindingNext) {
      return reader.nested(() => readQuantified(reader));
    }
    if (reader.isWord('function') && reader.isSign('(', 1)) return reader.nested(() => readFunction(reader));
    if (['then', 'else', 'and', 'or', 'in', 'between', 'return', 'satisfies'].some((word) => reader.isWord(word))) {
      reader.unexpected(['表达式 expression']);
      return { kind: 'broken', span: { start: span.start, end: span.start } };
    }
  }
  const { name, span } = readName(reader);
  return { kind: 'name', name, span };
}

function literalAt(reader: Reader): 'null' | boolean | undefined {
  for (const [word, value] of literals) if (reader.isWord(word)) return value;
  return undefined;
}

/** `(a)`, `(1..5)`, `(> 5)`, `[1, 2]`, `[1..5)`, `]1..5[`. */
function readBracketed(reader: Reader): Expr {
  const { text: opener, start } = reader.advance();
  if (opener === '(') {
    const operator = takeCompareOperator(reader);
    if (operator) return readOpenRange(reader, start, operator);
  }
  if (opener === '[' && reader.takeSign(']'))
    return { kind: 'list', items: [], span: { start, end: reader.previousEnd } };
  const isStartIncluded = opener === '[';
  if (reader.isSign('..')) return readRangeFrom(reader, start, isStartIncluded, null);
  const first = reader.grammar.expression(reader);
  if (reader.isSign('..')) return readRangeFrom(reader, start, isStartIncluded, first);
  if (opener === '(') {
    close(reader, ')');
    return first;
  }
  if (opener === ']') {
    reader.unexpected(['..']);
    return { kind: 'broken', span: { start, end: reader.previousEnd } };
  }
  const items = [first];
  while (!reader.isSign(']') && reader.token.kind !== 'end') {
    const before = reader.at;
    if (reader.isSign(',') && reader.isSign(']', 1) && !startsValue(reader.peek(2))) {
      reader.at++;
      reader.unexpected(['表达式 expression']);
    } else if (reader.takeSign(',')) items.push(reader.grammar.expression(reader));
    else {
      reader.unexpected([',', ']']);
      reader.skipTo(',');
      if (reader.at === before && !reader.isSign(',')) break;
    }
  }
  close(reader, ']');
  return { kind: 'list', items, span: { start, end: reader.previousEnd } };
}

/** `(> 5)` is the range open to one side; `(= 5)` holds one value (DMN 1.5 table 42). */
function readOpenRange(reader: Reader, opensAt: number, operator: CompareOperator): Expr {
  const operand = reader.grammar.additive(reader);
  close(reader, ')');
  const span = { start: opensAt, end: reader.previousEnd };
  const isLow = operator.startsWith('>') || operator === '=' || operator === '!=';
  const isHigh = operator.startsWith('<') || operator === '=' || operator === '!=';
  const isIncluded = operator !== '!=' && operator.endsWith('=');
  return {
    kind: 'range',
    operator,
    start: isLow ? operand : null,
    end: isHigh ? operand : null,
    isStartIncluded: isLow && isIncluded,
    isEndIncluded: isHigh && isIncluded,
    span,
  };
}

function close(reader: Reader, sign: string): void {
  if (reader.expectSign(sign)) return;
  reader.skipTo(sign);
  reader.takeSign(sign);
}

/** After `,]`: a value makes it the open range `]1..5]`, anything else shows a comma too many. */
function startsValue({ kind, text }: Token): boolean {
  return (
    kind === 'number' || kind === 'string' || kind === 'name' || (kind === 'sign' && ['@', '-', '('].includes(text))
  );
}
