import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateExpression } from './evaluate.ts';

const sixteen = (one: string, between = ', ') => new Array(16).fill(one).join(between);
/** `a9` holds sixteen times `a8`, which holds sixteen times `a7` …: short to write, 16^10 values to walk. */
const levels = (from: string, join: (below: string) => string) =>
  Array.from({ length: 9 }, (_, at) => `a${at + 1}: ${join(`a${at}`)}`).reduce((all, one) => `${all}, ${one}`, from);
const lists = levels(`a0: [${sixteen('1')}]`, (below) => `[${sixteen(below)}]`);
const texts = levels('a0: "aaaaaaaaaaaaaaaa"', (below) => sixteen(below, ' + '));

const expressions: readonly string[] = [
  `{${lists}, r: count(flatten(a9))}.r`,
  `{${lists}, b: [${sixteen('a8')}], r: a9 = b}.r`,
  `{${lists}, r: index of(a9, 1)}.r`,
  `{${lists}, r: string(a9)}.r`,
  `{${lists}, r: {x: a9}}.r`,
  `{${texts}, r: string length(a9)}.r`,
  `{${texts.replace(/, a4.*/, '')}, r: replace(a3, "a*b|a", "x")}.r`,
  '{l: for j in 1..100000 return j, r: for i in 1..100000 return count(append(l, i))}.r',
];

for (const mode of ['house', 'dmn'] as const) {
  test(`in ${mode} mode what is short to write and endless to work out ends with a reason`, {
    timeout: 120_000,
  }, () => {
    for (const text of expressions) {
      const { value, fault, remarks } = evaluateExpression(text, { mode });
      const said = fault ?? remarks[0];
      assert.equal(value, null, text);
      assert.ok(['too-much-work', 'value-range', 'pattern'].includes(said?.code ?? ''), `${text} ${said?.code}`);
    }
  });
}
