import { builtIns } from './builtins/registry.ts';

const signs = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '..',
  '.',
  '+',
  '-',
  '*',
  '/',
  '**',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '->',
  '@',
  '?',
  '"',
  "'",
  '\\',
  '，',
  '（',
  '）',
  '≥',
  '//',
  '/*',
  '*/',
  '\n',
];
const words = [
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'and',
  'or',
  'not',
  'between',
  'instance of',
  'function',
  'external',
  'null',
  'true',
  'false',
  'item',
  'partial',
  'list<number>',
  'date and time',
  '收入',
  '人均-收入',
  '如果',
  '并且',
];
/** Words that reach into JavaScript where a text is ever run as code or a name looked up on an object. */
const traps = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'process',
  'globalThis',
  'require',
  'import("fs")',
  'eval',
  'hasOwnProperty',
  ['$', '{1}'].join(''),
  '`',
  'this',
  '"; process.exit(1); "',
  '(()=>1)()',
];
const literals = [
  '0',
  '1',
  '-1',
  '2.50',
  '1e3',
  '.5',
  '9'.repeat(40),
  '1e6144',
  '"a"',
  '"\\u0041"',
  '"\\U01F40E"',
  '@"2024-02-29"',
  '@"P1Y2M"',
  '@"PT1H"',
  '@"10:00:00+08:00"',
  '@"2024-01-01T00:00:00@Asia/Shanghai"',
  '[1, 2, 3]',
  '{a: 1, b: [2]}',
  '[1..5)',
  '(> 3)',
  '"(a+)+$"',
  '"[a-z-[aeiou]]"',
  '"\\\\p{IsBasicLatin}"',
];
const names = ['a', 'b', 'x', 'item', '收入', ...traps.slice(0, 5)];

export type RandomText = (random: () => number) => string;
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Tokens in any order: what an editor holds while somebody is still typing. */
export const randomTokens: RandomText = (random) => {
  const pools = [signs, signs, words, traps, literals, names];
  const parts = Array.from({ length: Math.floor(random() * 30) }, () => pick(random, pick(random, pools)));
  return parts.join(random() < 0.5 ? ' ' : '');
};

/** Any characters at all. */
export const randomCharacters: RandomText = (random) => {
  const code = () =>
    pick(random, [0x20 + random() * 0x60, random() * 0xd800, 0x4e00 + random() * 0x5000, random() * 0x10ffff]);
  const parts = Array.from({ length: Math.floor(random() * 60) }, () => String.fromCodePoint(Math.floor(code())));
  return parts.join('');
};

const functionNames = [...builtIns.keys()];

/** An expression that can be read: every form of the grammar, with values that often do not go together. */
export function randomExpression(random: () => number, depth = 4): string {
  const inner = () => randomExpression(random, depth - 1);
  const name = () => pick(random, names);
  if (depth <= 0 || random() < 0.1) return random() < 0.6 ? pick(random, literals) : name();
  const forms: readonly (() => string)[] = [
    () => `(${inner()} ${pick(random, ['+', '-', '*', '/', '**'])} ${inner()})`,
    () => `(${inner()} ${pick(random, ['=', '!=', '<', '<=', '>', '>=', 'and', 'or'])} ${inner()})`,
    () => `-${inner()}`,
    () => `if ${inner()} then ${inner()} else ${inner()}`,
    () => `for ${name()} in ${inner()} return ${inner()}`,
    () => `for i in ${Math.floor(random() * 5)}..${inner()} return ${inner()}`,
    () => `${pick(random, ['some', 'every'])} ${name()} in ${inner()} satisfies ${inner()}`,
    () => `${inner()}[${inner()}]`,
    () => `(${inner()}).${name()}`,
    () => `(${inner()} between ${inner()} and ${inner()})`,
    () => `(${inner()} in (${inner()}, ${pick(random, ['<', '>=', '!='])} ${inner()}))`,
    () => `(${inner()} in [${inner()}..${inner()}])`,
    () =>
      `(${inner()} instance of ${pick(random, ['number', 'list<Any>', 'context<a: number>', 'function<> -> Any', 'foo'])})`,
    () => `{${name()}: ${inner()}, "k": ${inner()}}`,
    () => `[${inner()}, ${inner()}]`,
    () => `(function(${name()}, y: number) ${inner()})(${inner()}, ${inner()})`,
    () => `{f: function(n) if n > 50 then n else f(n + 1), r: f(${inner()})}.r`,
    () => {
      const args = Array.from({ length: Math.floor(random() * 4) }, inner).join(', ');
      return `${pick(random, functionNames)}(${args})`;
    },
  ];
  return pick(random, forms)();
}
