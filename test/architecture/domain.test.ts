import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from './feed.ts';
import { scan } from './scans/domain.ts';

const find = (text: string, path = 'modules/cases/src/domain/clock.ts') => places(scan, { [path]: text }).length;

test('a domain file may ask its neighbours, the kernel and the standards', () => {
  const text = `import { ok } from '@zhengtong/kernel';
import { isWorkingDay } from '@zhengtong/standards';
import { fold } from './case.ts';`;
  assert.equal(find(text), 0);
});

test('a domain file that reaches for an effect is found', () => {
  for (const specifier of [
    '../store.ts',
    'kysely',
    'node:fs',
    '@zhengtong/platform',
    '@zhengtong/catalogue',
    'typebox',
  ])
    assert.equal(find(`import { x } from '${specifier}';`), 1, specifier);
});

test('tools of testing are open to tests of the domain alone', () => {
  const text = `import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';`;
  assert.equal(find(text, 'modules/cases/src/domain/clock.test.ts'), 0);
  assert.equal(find(text), 3);
});
