import assert from 'node:assert/strict';
import test from 'node:test';
import { manifest, places } from './feed.ts';
import { scan } from './scans/readmes.ts';

const house = { 'modules/cases/package.json': manifest('cases'), 'modules/cases/src/index.ts': '' };
const readme = 'modules/cases/README.md';

test('a module without a readme is found, one that is not yet built is not', () => {
  assert.deepEqual(places(scan, house), [`${readme}:1`]);
  assert.deepEqual(places(scan, { 'modules/cases/package.json': manifest('cases') }), []);
});

test('a readme of 40 lines passes and one of 41 is found', () => {
  assert.deepEqual(places(scan, { ...house, [readme]: 'a\n'.repeat(40) }), []);
  assert.deepEqual(places(scan, { ...house, [readme]: 'a\n'.repeat(41) }), [`${readme}:41`]);
});
