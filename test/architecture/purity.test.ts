import assert from 'node:assert/strict';
import test from 'node:test';
import { places, tree } from './feed.ts';
import { listExportedValues, scan } from './scans/purity.ts';

const door = 'packages/kernel/src/index.ts';
const names = (count: number) =>
  `export { ${Array.from({ length: count }, (_, i) => `x${i}`).join(', ')}, type T } from './x.ts';`;

test('a kernel of 25 values passes and one of 26 is found', () => {
  assert.deepEqual(places(scan, { [door]: names(25) }), []);
  assert.deepEqual(places(scan, { [door]: names(26) }), [`${door}:1`]);
  assert.deepEqual(places(scan, { [door]: `${names(25)}\nexport const y = 1;` }), [`${door}:1`]);
});

test('types are not counted among the values', () => {
  const [file] = tree({
    [door]: "export type { A } from './a.ts';\nexport { b, type C } from './b.ts';\nexport function d() {}",
  });
  assert.ok(file);
  assert.deepEqual(listExportedValues(file), ['b', 'd']);
});

test('a star, behind which anything may hide, is found', () => {
  assert.deepEqual(places(scan, { [door]: "export * from './x.ts';" }), [`${door}:1`]);
});

test('an effect in a pure package is found, in its tests it is allowed', () => {
  const text = "import { readFileSync } from 'node:fs';\nimport { join } from 'path';";
  assert.equal(places(scan, { 'packages/standards/src/calendar.ts': text }).length, 2);
  assert.equal(places(scan, { 'packages/standards/src/calendar.test.ts': text }).length, 0);
  assert.equal(places(scan, { 'packages/platform/src/storage.ts': text }).length, 0);
});
