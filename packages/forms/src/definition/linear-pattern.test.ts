import assert from 'node:assert/strict';
import test from 'node:test';
import { verdict } from '../test/verdict.ts';
import { findLinearPattern } from './linear-pattern.ts';
import { loadForm } from './load.ts';

const say = { zh: '此项', en: 'This' };
const formWith = (pattern: string) => ({
  title: say,
  sections: [
    { key: 'one', title: say, questions: [{ key: 'plate', kind: 'text', label: say, pattern, maxLength: 100_000 }] },
  ],
});
const pumped = { letters: `${'a'.repeat(50_000)}!`, words: `${'aaaa '.repeat(10_000)}!`, spaces: ' '.repeat(50_000) };

/** Each stops JavaScript's own engine for minutes or for ever. */
const catastrophic = [
  '(a+)+',
  '(a*)*b',
  '(a|a)*',
  '(a|aa)+',
  '(.*)*x',
  '([a-zA-Z]+)*',
  '(\\w+\\s?)*',
  '(([a-z])+.)+[A-Z]([a-z])+',
  '(.*a){20}',
  '(?:a?){40}a{40}',
  '\\s*\\s*\\s*\\s*\\s*x',
  '([^@]+)*@',
];

for (const pattern of catastrophic) {
  test(`a form asks for ${pattern} and answers fifty thousand characters at once`, () => {
    const started = performance.now();
    for (const text of Object.values(pumped)) verdict('text', text, { pattern, maxLength: 100_000 });
    assert.ok(performance.now() - started < 3000, `${performance.now() - started} ms`);
  });
}

test('the JSON Schema of a form runs its patterns in the same way', () => {
  const form = loadForm(formWith('(a+)+'));
  assert.ok(form.ok);
  const started = performance.now();
  assert.equal(form.value.validate({ plate: pumped.letters }), false);
  assert.ok(form.value.validate({ plate: 'aaa' }));
  assert.ok(performance.now() - started < 1000);
});

test('a pattern that cannot run in linear time is refused before publication, with its place and what to do', () => {
  for (const pattern of ['(?=a)a', '(?<!a)b', '(a)\\1', '((a{1,100}){1,100}){1,100}', '(a{0,500}){0,2}']) {
    const form = loadForm(formWith(pattern));
    assert.ok(!form.ok, pattern);
    assert.match(form.refusal.problems[0]?.path ?? '', /^sections\.0\.questions\.0\.pattern$/);
    assert.match(form.refusal.problems[0]?.say.en ?? '', /"plate".*linear time/);
  }
});

test('what is no regular expression at all is refused too', () => {
  for (const pattern of ['(', '[', '\\q', 'a{2,1}']) assert.ok(!loadForm(formWith(pattern)).ok, pattern);
});

test('what editors do write means the same as in JavaScript', () => {
  const cases: [string, string[]][] = [
    ['[\\p{L}][A-Z]\\d{5}', ['川A12345', 'A12345', '川A１２３４５']],
    ['\\p{Script=Han}{2,4}', ['王小明', 'ab', '𠮷田']],
    ['[\\u4e00-\\u9fa5]+|\\u{20BB7}', ['中国', '𠮷', 'x']],
    ['\\d{3}-\\d{8}|\\d{4}-\\d{7,8}', ['010-12345678', '0371-1234567', '10-1']],
    ['(?<year>\\d{4})年', ['2026年', '26年']],
    ['1[3-9]\\d{9}', ['13900000000', '12900000000']],
    ['[^\\s,，]+(?:[,，][^\\s,，]+)*', ['甲,乙，丙', '甲,,乙']],
  ];
  for (const [source, texts] of cases) {
    const whole = `^(?:${source})$`;
    for (const text of texts) {
      assert.equal(findLinearPattern(whole)?.test(text), new RegExp(whole, 'u').test(text), `${source} ${text}`);
    }
  }
});
