import type { TypeNode } from '../ast.ts';
import { spellName } from './names.ts';
import { readDeclaredName } from './read-name.ts';
import type { Reader } from './reader.ts';

const wordsWithAnd = ['date and time', 'days and time duration', 'years and months duration'];
const endings = new Set(['and', 'or', 'then', 'else', 'return', 'satisfies', 'in', 'between', 'external']);

/** Grammar rule 66: `number`, `list<T>`, `range<T>`, `context<a: T>`, `function<T> -> U`, `name.space.name`. */
export function readType(reader: Reader): TypeNode {
  const start = reader.token.start;
  const span = () => ({ start, end: Math.max(start, reader.previousEnd) });
  if (reader.token.kind !== 'name') {
    reader.unexpected(['类型 type']);
    return { kind: 'named-type', name: 'Any', span: { start, end: start } };
  }
  const opens = reader.isSign('<', 1);
  if (opens && reader.depth < 100) {
    const word = reader.token.text;
    if (word === 'list' || word === 'range') {
      reader.at += 2;
      const of = deeper(reader);
      reader.expectSign('>');
      return { kind: word === 'list' ? 'list-type' : 'range-type', of, span: span() };
    }
    if (word === 'context') return readContextType(reader, span);
    if (word === 'function') return readFunctionType(reader, span);
  }
  return { kind: 'named-type', name: readTypeName(reader), span: span() };
}

function deeper(reader: Reader): TypeNode {
  reader.depth++;
  const type = readType(reader);
  reader.depth--;
  return type;
}

function readContextType(reader: Reader, span: () => { start: number; end: number }): TypeNode {
  reader.at += 2;
  const fields: { name: string; type: TypeNode }[] = [];
  while (!reader.isSign('>') && reader.token.kind !== 'end') {
    const field = readDeclaredName(reader, (r) => r.isSign(':'));
    if (!field) {
      reader.unexpected(['名称 name']);
      break;
    }
    reader.expectSign(':');
    fields.push({ name: field.name, type: deeper(reader) });
    if (!reader.takeSign(',')) break;
  }
  reader.expectSign('>');
  return { kind: 'context-type', fields, span: span() };
}

function readFunctionType(reader: Reader, span: () => { start: number; end: number }): TypeNode {
  reader.at += 2;
  const parameters: TypeNode[] = [];
  while (!reader.isSign('>') && reader.token.kind !== 'end') {
    parameters.push(deeper(reader));
    if (!reader.takeSign(',')) break;
  }
  reader.expectSign('>');
  reader.expectSign('->');
  return { kind: 'function-type', parameters, result: deeper(reader), span: span() };
}

function readTypeName(reader: Reader): string {
  const start = reader.token.start;
  const rest = reader.text.slice(start, start + 200);
  for (const name of wordsWithAnd) {
    const words = name.split(' ');
    if (!rest.startsWith(words[0] ?? '') || !words.every((word, ahead) => reader.isWord(word, ahead))) continue;
    reader.at += words.length;
    return name;
  }
  const known = reader.scope.longestFrom(reader.tokens, reader.at);
  reader.at += known?.count ?? 1;
  for (;;) {
    if (reader.token.kind === 'name' && !endings.has(reader.token.text)) reader.at++;
    else if (reader.isSign('.') && reader.peek(1).kind === 'name') reader.at += 2;
    else break;
  }
  return spellName(reader.text.slice(start, reader.previousEnd));
}
