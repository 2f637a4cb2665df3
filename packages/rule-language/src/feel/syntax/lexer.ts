import { guessNumber } from '../guess-number.ts';
import { type Problem, type ProblemCode, type ProblemWords, problemAt } from '../problem.ts';
import { fullWidthSigns, isBlank, isDigit, isNamePart, isNameStart } from './characters.ts';
import { readString } from './string-literal.ts';
import type { Dialect, Token, Tokens } from './token.ts';

const twoCharacterSigns = new Set(['**', '..', '->', '<=', '>=', '!=']);
const oneCharacterSigns = new Set([..."()[]{},:.+-*/=<>@'!"]);

const fullWidthDigits = /[０-９]/;
/** What other languages write for FEEL's words. */
const doubledWords: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'],
  ['||', 'or'],
]);

/** Where a unit or a percent sign written right behind a number ends: no name can start there. */
function unitAfter(text: string, end: number): number {
  return (
    end +
    (/^(?:[%％]|[十百千万亿]*(?:元|块|人|户|岁|周岁|个月|月|年|日|天|平方米)?(?:\/[人户月年日·]+)?)/.exec(
      text.slice(end, end + 12),
    )?.[0].length ?? 0)
  );
}

type Report = (code: ProblemCode, start: number, end: number, words: ProblemWords) => void;

function reportUnit(text: string, start: number, end: number, unitEnd: number, report: Report): void {
  const unit = text.slice(end, unitEnd);
  const meant = guessNumber(text.slice(start, unitEnd)) ?? text.slice(start, end);
  const isPercent = unit === '%' || unit === '％';
  report('feel-unexpected', end, unitEnd, {
    zh: isPercent ? '百分数要写成小数' : `数后面不写“${unit}”：单位写在“单位：”里`,
    en: isPercent
      ? 'a percentage is written as a decimal'
      : `no "${unit}" behind a number: units have a field of their own`,
    expected: [meant],
    nearest: meant,
  });
}

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
      const end = numberEnd(text, at);
      const unitEnd = dialect === 'house' ? unitAfter(text, end) : end;
      if (unitEnd > end) reportUnit(text, at, end, unitEnd, report);
      push('number', at, end);
      at = unitEnd;
    } else if (dialect === 'house' && fullWidthDigits.test(character)) {
      const end = at + (/^[０-９．.]+/.exec(text.slice(at))?.[0].length ?? 1);
      const plain = text.slice(at, end).normalize('NFKC');
      report('feel-full-width', at, end, {
        zh: `“${text.slice(at, end)}”是全角数字`,
        en: `"${text.slice(at, end)}" is in full-width digits`,
        expected: [plain],
        nearest: plain,
      });
      at = push('number', at, end, plain);
    } else if (dialect === 'house' && doubledWords.has(text.slice(at, at + 2))) {
      const word = doubledWords.get(text.slice(at, at + 2)) ?? '';
      report('feel-unknown-character', at, at + 2, {
        zh: `“${text.slice(at, at + 2)}”要写成“${word}”`,
        en: `"${text.slice(at, at + 2)}" is written "${word}"`,
        expected: [word],
        nearest: word,
      });
      at = push('name', at, at + 2, word);
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
