import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkText } from './check/check-text.ts';
import { sayProblem, sayVerdict } from './command-line.ts';
import { decide } from './decide/decide.ts';
import { sayDecision } from './decide/say-decision.ts';
import { findTurn } from './decide/turn.ts';
import { findDay } from './exact/calendar.ts';
import { compileOn } from './ir/program.ts';
import { fencedIn, guideText } from './test/guide-text.ts';
import { readText } from './text/read-text.ts';

const root = join(import.meta.dirname, '../../..');

test('the text the guide leads to, put together from its pieces, can be signed', () => {
  const checked = checkText(guideText);
  assert.deepEqual(
    checked.problems.filter((one) => one.severity !== 'hint').map((one) => `${one.line} ${one.zh}`),
    [],
  );
  assert.equal(checked.isSignable, true);
  assert.equal(checked.counts.examplesPassed, 2);
});

test('what the guide says the check and the decision print is what they print', () => {
  const [empty = '', ready = '', decision = ''] = fencedIn('text');
  const said = checkText('').problems.map((one) => sayProblem('taper.md', one));
  assert.ok(empty.startsWith(`${said.join('\n')}\n`));
  assert.equal(ready.trim(), sayVerdict(checkText(guideText), true));
  const { program } = compileOn(readText(guideText).text, findDay('2024-07-01') ?? 0);
  const question = { facts: JSON.parse(fencedIn('json')[0] ?? ''), factsOn: '2024-07-01' };
  const result = decide(program, question);
  assert.ok(result.ok);
  const printed = sayDecision(result.value, findTurn(program, question)).split('\n');
  const left = decision
    .trimEnd()
    .split('\n')
    .filter((line) => !printed.includes(line));
  assert.deepEqual(left, []);
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
