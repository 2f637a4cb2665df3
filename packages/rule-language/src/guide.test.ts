import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkText } from './check/check-text.ts';

const root = join(import.meta.dirname, '../../..');

test('the text the guide leads to, put together from its pieces, can be signed', () => {
  const guide = readFileSync(join(root, 'docs/guides/write-a-rule-text.md'), 'utf8');
  const source = guide
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.slice(4))
    .join('\n')
    .replaceAll('```\n```', '```\n\n```');
  const checked = checkText(source);
  assert.deepEqual(
    checked.problems.filter((one) => one.severity !== 'hint').map((one) => `${one.line} ${one.zh}`),
    [],
  );
  assert.equal(checked.isSignable, true);
  assert.equal(checked.counts.examplesPassed, 2);
});

test('the specification names every error code', async () => {
  const { problemCodes } = await import('./text/problem.ts');
  const { faultCodes } = await import('./decide/fault.ts');
  const page = readFileSync(join(root, 'docs/specs/rule-language.md'), 'utf8');
  for (const code of [...Object.keys(problemCodes), ...Object.keys(faultCodes)])
    assert.ok(page.includes(`\`${code}\``), code);
});
