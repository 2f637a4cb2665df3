import type { Span } from '../ast.ts';
import { type NameScope, spellName } from './names.ts';
import type { Reader } from './reader.ts';

export type SpelledName = { readonly name: string; readonly span: Span };

/** Words that end a name: two names never stand side by side, so every other word continues it. */
const endings = new Set(['and', 'or', 'in', 'between', 'then', 'else', 'return', 'satisfies']);
const nameSigns = new Set(['+', '-', '*', '/', "'", '.', '**']);

function continuesName(reader: Reader, ahead: number): boolean {
  const token = reader.peek(ahead);
  if (token.kind === 'number') return /^\d+$/.test(token.text);
  if (token.kind !== 'name') return false;
  if ([...endings].some((word) => reader.isWord(word, ahead))) return false;
  return !(reader.isWord('instance', ahead) && reader.isWord('of', ahead + 1));
}

/** A name in an expression: the longest known one, drawn out by the words that follow it. The reader stands on a word. */
export function readName(reader: Reader, properties?: NameScope): SpelledName {
  const start = reader.token.start;
  const inScope = reader.scope.longestFrom(reader.tokens, reader.at);
  const asProperty = properties?.longestFrom(reader.tokens, reader.at) ?? null;
  const known = (asProperty?.count ?? 0) > (inScope?.count ?? 0) ? asProperty : inScope;
  let count = known?.count ?? 1;
  while (continuesName(reader, count)) count++;
  const isKnown = known !== null && known.count === count;
  reader.at += count;
  const span = { start, end: reader.previousEnd };
  return { name: isKnown ? known.name : spellName(reader.text.slice(span.start, span.end)), span };
}

/** A name being declared (context key, parameter, loop variable): everything up to what must follow it. */
export function readDeclaredName(reader: Reader, isOver: (reader: Reader) => boolean): SpelledName | null {
  const start = reader.token.start;
  const from = reader.at;
  if (reader.peek(0).kind === 'number') return null;
  while (!isOver(reader)) {
    const { kind, text } = reader.token;
    if (kind !== 'name' && kind !== 'number' && !(kind === 'sign' && nameSigns.has(text))) break;
    reader.at++;
  }
  if (reader.at === from) return null;
  const span = { start, end: reader.previousEnd };
  return { name: spellName(reader.text.slice(span.start, span.end)), span };
}

/** Whether `a name:` stands here, which makes the call's arguments named. */
export function isNamedArgumentNext(reader: Reader): boolean {
  if (reader.token.kind !== 'name') return false;
  for (let ahead = 1; ; ahead++) {
    const { kind, text } = reader.peek(ahead);
    if (kind === 'sign' && text === ':') return true;
    if (kind !== 'name' && kind !== 'number' && !(kind === 'sign' && nameSigns.has(text))) return false;
  }
}
