import assert from 'node:assert/strict';
import test from 'node:test';
import { manifest, places } from './feed.ts';
import { scan } from './scans/imports.ts';

const house = {
  'packages/kernel/package.json': manifest('kernel', [], ['.']),
  'modules/cases/package.json': manifest('cases', ['kernel', 'catalogue']),
  'modules/catalogue/package.json': manifest('catalogue', ['kernel']),
};
const find = (path: string, text: string) => places(scan, { ...house, [path]: text });

test('a module is let in by name, by door and by its package.json', () => {
  const text = `import { ok } from '@zhengtong/kernel';
import { findItem } from '@zhengtong/catalogue';
export type { ItemView } from "@zhengtong/catalogue/contract";
import { lockCase } from './store.ts';
import { sql } from 'kysely';`;
  assert.deepEqual(find('modules/cases/src/accept-case.ts', text), []);
});

test('a path into another workspace is found', () => {
  const path = 'modules/cases/src/accept-case.ts';
  assert.deepEqual(find(path, "\nimport { x } from '../../catalogue/src/store.ts';"), [`${path}:2`]);
  assert.deepEqual(find(path, "export * from '../../../scripts/test.ts';"), [`${path}:1`]);
  assert.deepEqual(find('bench/cases.ts', "const m = await import('../modules/cases/src/store.ts');"), [
    'bench/cases.ts:1',
  ]);
});

test('a door that is not in exports is found, and so is a package nobody has', () => {
  const path = 'modules/cases/src/accept-case.ts';
  assert.deepEqual(find(path, "import { x } from '@zhengtong/catalogue/src/store.ts';"), [`${path}:1`]);
  assert.deepEqual(find(path, "import '@zhengtong/kernel/time';"), [`${path}:1`]);
  assert.deepEqual(find('test/journeys/apply.test.ts', "import { x } from '@zhengtong/drawer';"), [
    'test/journeys/apply.test.ts:1',
  ]);
});

test('a package that is not in dependencies is found, in tests too', () => {
  for (const path of ['modules/catalogue/src/index.ts', 'modules/catalogue/src/index.test.ts'])
    assert.deepEqual(find(path, "import type { CaseView } from '@zhengtong/cases/contract';"), [`${path}:1`]);
});

test('scripts, tests and benches of the root import any workspace by name', () => {
  assert.deepEqual(find('bench/cases.ts', "import { submitCase } from '@zhengtong/cases';"), []);
  assert.deepEqual(find('test/drills/crash.ts', "import { given } from '@zhengtong/cases/test';"), []);
});

test('builders of test rows stay out of the program', () => {
  const text = "import { given } from '@zhengtong/catalogue/test';";
  assert.deepEqual(find('modules/cases/src/accept-case.ts', text), ['modules/cases/src/accept-case.ts:1']);
  assert.deepEqual(find('modules/cases/src/test.ts', text), []);
});

test('what only looks like an import is none', () => {
  const text = `// import { x } from '../../catalogue/src/store.ts';
const said = "import { x } from '../../catalogue/src/store.ts'";
const page = \`import { x } from '../../catalogue/src/store.ts'\`;`;
  assert.deepEqual(find('modules/cases/src/say.ts', text), []);
});
