import type { Expr, NamedArgument } from '../ast.ts';
import { isNamedArgumentNext, readDeclaredName, readName } from './read-name.ts';
import { readPrimary } from './read-primary.ts';
import type { Reader } from './reader.ts';

/** A value and what hangs on it: `.name`, `[filter]`, `(arguments)`, in any number. */
export function readPostfix(reader: Reader, seed?: Expr): Expr {
  let left = seed ?? readPrimary(reader);
  for (;;) {
    const start = left.span.start;
    if (reader.isSign('.')) {
      reader.at++;
      if (reader.token.kind !== 'name') {
        reader.unexpected(['属性名 property name']);
        left = { kind: 'broken', span: { start, end: reader.previousEnd } };
        continue;
      }
      const { name, span: nameSpan } = readName(reader, reader.properties);
      left = { kind: 'path', of: left, name, nameSpan, span: { start, end: nameSpan.end } };
    } else if (reader.isSign('[') && !isRangeEndNext(reader)) {
      reader.at++;
      const condition = reader.nested(() => reader.grammar.expression(reader));
      closeWith(reader, ']');
      left = { kind: 'filter', list: left, condition, span: { start, end: reader.previousEnd } };
    } else if (reader.isSign('(')) {
      const list = left;
      left = reader.nested(() => readCall(reader, list));
    } else {
      return left;
    }
  }
}

const startSigns = new Set(['(', '[', '{', ']', '-', '@']);
const notStarts = ['and', 'or', 'in', 'between', 'then', 'else', 'return', 'satisfies', 'instance'];

/** `]1..5[`: a bracket after which no expression can start closes a range and opens no filter. */
function isRangeEndNext(reader: Reader): boolean {
  const { kind, text } = reader.peek(1);
  if (kind === 'end') return true;
  if (kind === 'sign') return !startSigns.has(text);
  return kind === 'name' && notStarts.some((word) => reader.isWord(word, 1));
}

function readCall(reader: Reader, callee: Expr): Expr {
  reader.at++;
  const args: Expr[] = [];
  const named: NamedArgument[] = [];
  while (!reader.isSign(')') && !reader.isAtEnd()) {
    const before = reader.at;
    if (isNamedArgumentNext(reader)) {
      const declared = readDeclaredName(reader, (r) => r.isSign(':'));
      reader.expectSign(':');
      const value = reader.grammar.expression(reader);
      if (declared) named.push({ name: declared.name, nameSpan: declared.span, value });
    } else {
      args.push(reader.grammar.expression(reader));
    }
    if (reader.takeSign(',')) {
      if (reader.isSign(')')) reader.unexpected(['表达式 expression']);
      continue;
    }
    if (reader.isSign(')') || reader.isAtEnd()) break;
    reader.unexpected([',', ')']);
    if (reader.at === before) reader.advance();
    reader.skipTo(',');
    if (!reader.takeSign(',')) break;
  }
  closeWith(reader, ')');
  const span = { start: callee.span.start, end: reader.previousEnd };
  if (named.length > 0 && args.length > 0) {
    reader.report('feel-arguments', span, {
      zh: '参数要么都写名称，要么都不写',
      en: 'arguments are either all named or none is',
    });
  }
  return { kind: 'call', callee, args, named: named.length > 0 ? named : null, span };
}

/** The closing bracket, stepping over what stands before it. */
function closeWith(reader: Reader, sign: string): void {
  if (reader.expectSign(sign)) return;
  reader.skipTo(sign);
  reader.takeSign(sign);
}
