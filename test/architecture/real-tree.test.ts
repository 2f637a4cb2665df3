import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { readTree, type Scan, sayTrespasses } from './tree.ts';

const here = import.meta.dirname;
const files = readTree();

// Found by folder, so that no guard can be written and forgotten.
for (const path of globSync('scans/*.ts', { cwd: here }).sort()) {
  const { guarantee, scan } = (await import(pathToFileURL(join(here, path)).href)) as Scan;

  test(guarantee, () => {
    const trespasses = scan(files);
    assert.equal(trespasses.length, 0, `${path}\n${sayTrespasses(trespasses)}`);
  });

  test(`the guard ${basename(path, '.ts')} has been seen firing`, () => {
    assert.ok(existsSync(join(here, `${basename(path, '.ts')}.test.ts`)), `write test/architecture/${basename(path)}`);
  });
}

test('the tree that is judged holds the guards themselves', () => {
  assert.ok(files.some(({ path }) => path === 'test/architecture/real-tree.test.ts'));
});
