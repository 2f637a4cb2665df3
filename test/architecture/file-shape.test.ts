import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from './feed.ts';
import { scan } from './scans/file-shape.ts';

test('a file of 400 lines passes and one of 401 is found', () => {
  assert.deepEqual(places(scan, { 'a.ts': 'x;\n'.repeat(400) }), []);
  for (const path of ['a.ts', 'a.tsx', 'a.css', 'a.sql'])
    assert.deepEqual(places(scan, { [path]: 'x;\n'.repeat(401) }), [`${path}:401`]);
});

test('what the database writes may be as long as it is', () => {
  assert.deepEqual(places(scan, { 'modules/cases/src/tables.ts': 'x;\n'.repeat(2000) }), []);
});

test('a default export is found unless a tool asks for it', () => {
  assert.deepEqual(places(scan, { 'modules/cases/src/a.ts': '\nexport default 1;' }), ['modules/cases/src/a.ts:2']);
  assert.deepEqual(places(scan, { 'modules/cases/src/a.ts': 'export { a as default };' }), [
    'modules/cases/src/a.ts:1',
  ]);
  assert.deepEqual(places(scan, { 'apps/console/vite.config.ts': 'export default {};' }), []);
  assert.deepEqual(places(scan, { 'modules/cases/src/a.ts': '// export default is not ours' }), []);
});
