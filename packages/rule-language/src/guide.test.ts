import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
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

test('the specification names every error code there is, and none there is not', async () => {
  const { problemCodes } = await import('./text/problem.ts');
  const { faultCodes } = await import('./decide/fault.ts');
  const { feelCodes } = await import('./feel/problem.ts');
  const page = readFileSync(join(root, 'docs/specs/rule-language.md'), 'utf8');
  const documented = page.split('\n').flatMap((line) => /^\| `([a-z-]+)` \| .+ \| .+ \|$/.exec(line)?.[1] ?? []);
  const inSource = [...Object.keys(problemCodes), ...Object.keys(faultCodes), ...feelCodes];
  assert.deepEqual([...new Set(documented)].sort(), [...new Set(inSource)].sort());
});

test('every error code can come up: each is raised somewhere beside its declaration', async () => {
  const { problemCodes } = await import('./text/problem.ts');
  const { faultCodes } = await import('./decide/fault.ts');
  const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'));
  const source = files
    .filter((file) => !['text/problem.ts', 'decide/fault.ts'].includes(file))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  const never = [...Object.keys(problemCodes), ...Object.keys(faultCodes)].filter(
    (code) => !source.includes(`'${code}'`),
  );
  assert.deepEqual(never, []);
});
