import { type Problem, type ProblemCode, type ProblemWords, problemAt } from '../problem.ts';
import { fullWidthSigns, isBlank, isDigit, isNamePart, isNameStart } from './characters.ts';
import { readString } from './string-literal.ts';
import type { Dialect, Token, Tokens } from './token.ts';

const twoCharacterSigns = new Set(['**', '..', '->', '<=', '>=', '!=']);
const oneCharacterSigns = new Set([..."()[]{},:.+-*/=<>@'!"]);

/** Cuts a text into tokens. Never fails: what cannot be read becomes a problem and is stepped over. */
export function tokenise(text: string, dialect: Dialect): Tokens {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  const report = (code: ProblemCode, start: number, end: number, words: ProblemWords) => {
    if (problems.length < 100) problems.push(problemAt(text, code, { start, end }, words));
  };
  const push = (kind: Token['kind'], start: number, end: number, value = text.slice(start, end)) => {
    tokens.push({ kind, text: value, start, end });
    return end;
  };
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(code);
    if (isBlank(code)) {
      at += character.length;
    } else if (text.startsWith('//', at)) {
      const lineEnd = text.indexOf('\n', at);
      at = lineEnd === -1 ? text.length : lineEnd;
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close === -1)
        report('feel-unclosed', at, at + 2, { zh: '注释没有结束', en: 'comment is not closed', expected: ['*/'] });
      at = close === -1 ? text.length : close + 2;
    } else if (character === '"') {
      const read = readString(text, at, '"', report);
      at = push('string', at, read.end, read.value);
    } else if (dialect === 'house' && (character === '“' || character === '”')) {
      const read = readString(text, at, '”', report);
      report('feel-full-width', at, at + 1, {
        zh: '文本要用英文引号',
        en: 'text needs plain quotes',
        expected: ['"'],
        nearest: '"',
      });
      at = push('string', at, read.end, read.value);
    } else if (isDigit(code) || (character === '.' && isDigit(text.charCodeAt(at + 1)))) {
      at = push('number', at, numberEnd(text, at));
    } else if (dialect === 'house' && fullWidthSigns.has(character)) {
      const sign = fullWidthSigns.get(character) ?? character;
      report('feel-full-width', at, at + 1, {
        zh: `“${character}”是全角符号`,
        en: `"${character}" is a full-width sign`,
        expected: [sign],
        nearest: sign,
      });
      at = push(sign === '?' ? 'name' : 'sign', at, at + 1, sign);
    } else if (character === '?') {
      at = push('name', at, isNamePart(text.codePointAt(at + 1) ?? 0) ? nameEnd(text, at + 1, dialect) : at + 1);
    } else if (isNameStart(code)) {
      at = push('name', at, nameEnd(text, at, dialect));
    } else if (twoCharacterSigns.has(text.slice(at, at + 2))) {
      at = push('sign', at, at + 2);
    } else if (oneCharacterSigns.has(character)) {
      at = push('sign', at, at + 1);
    } else {
      const end = at + character.length;
      report('feel-unknown-character', at, end, {
        zh: `不认识的字符“${character}”`,
        en: `unknown character "${character}"`,
      });
      at = end;
    }
  }
  push('end', text.length, text.length);
  return { tokens, problems };
}

function nameEnd(text: string, start: number, dialect: Dialect): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const length = code > 0xffff ? 2 : 1;
    if (!isNamePart(code) || isBlank(code)) break;
    if (dialect === 'house' && fullWidthSigns.has(text.slice(at, at + length))) break;
    at += length;
  }
  return at;
}

/** `12`, `1.5`, `.5`, `2e-3`; the dots of `1..5` belong to the range. */
function numberEnd(text: string, start: number): number {
  let at = start;
  const digits = () => {
    while (isDigit(text.charCodeAt(at))) at++;
  };
  digits();
  if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) {
    at++;
    digits();
  }
  const exponent = /^[eE][+-]?\d/.exec(text.slice(at, at + 3));
  if (exponent) {
    at += exponent[0].length;
    digits();
  }
  return at;
}
