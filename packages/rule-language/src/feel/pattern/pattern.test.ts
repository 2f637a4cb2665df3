import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateExpression, quoteText, sayValue } from '../index.ts';

const matches = (input: string, pattern: string, flags = '') =>
  sayValue(evaluateExpression(`matches(${quoteText(input)}, ${quoteText(pattern)}, "${flags}")`).value);

test('patterns are those of XPath', () => {
  assert.equal(matches('x', '[A-Z-[OI]]', 'i'), 'true');
  assert.equal(matches('O', '[A-Z-[OI]]', 'i'), 'false');
  assert.equal(matches('政', '\\p{IsCJKUnifiedIdeographs}'), 'true');
  assert.equal(matches('a\nb', 'a.b'), 'false');
  assert.equal(matches('a\nb', 'a.b', 's'), 'true');
  assert.equal(matches('hello world', 'hello\\ sworld', 'x'), 'true');
  assert.equal(matches('a.b', 'a.b', 'q'), 'true');
  assert.equal(matches('abab', '^(ab)\\1$'), 'true');
});

test('what XPath does not have is no valid pattern', () => {
  for (const pattern of ['(?=a)', 'a**', '[z-a]', '(', '[]', '\\1', '{2}', 'a{3,2}', '\\q']) {
    assert.equal(matches('a', pattern), 'null', pattern);
  }
  assert.equal(matches('a', 'a', 'p'), 'null');
});

test('a resident number is recognised by its pattern', () => {
  assert.equal(matches('990100199001011234', '^\\d{17}[\\dX]$'), 'true');
});

test('patterns that take years elsewhere are given up at once', () => {
  const startedAt = performance.now();
  for (const pattern of ['^(a|a)*$', '^(a+)+$', '^a*a*a*a*a*a*a*a*a*a*b$', '^((a)*)*$']) {
    assert.equal(matches(`${'a'.repeat(60)}!`, pattern), 'null', pattern);
  }
  assert.ok(performance.now() - startedAt < 60_000);
});

test('a replacement puts groups in and refuses stray dollars', () => {
  const sayOf = (text: string) => sayValue(evaluateExpression(text).value);
  assert.equal(sayOf('replace("0123456789", "(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3")'), '(012) 345-6789');
  assert.equal(sayOf('replace("abc", "b", "$")'), 'null');
  assert.equal(sayOf('replace("abc", "x*", "-")'), 'null');
  assert.equal(sayOf('string join(split("a;b;;", ";"), "|")'), 'a|b||');
});
