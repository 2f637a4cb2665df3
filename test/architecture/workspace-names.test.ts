import assert from 'node:assert/strict';
import test from 'node:test';
import { manifest, places } from './feed.ts';
import { scan } from './scans/workspace-names.ts';

const root = { 'package.json': '{"workspaces":["packages/*","modules/cases"]}' };

test('workspaces named after their folder and listed at the root pass', () => {
  const house = { 'packages/kernel/package.json': manifest('kernel'), 'modules/cases/package.json': manifest('cases') };
  assert.deepEqual(places(scan, { ...root, ...house }), []);
});

test('source without a package.json is found', () => {
  assert.deepEqual(places(scan, { ...root, 'packages/ui/src/button.tsx': '' }), ['packages/ui:1']);
});

test('a workspace the root does not list is found', () => {
  assert.deepEqual(places(scan, { ...root, 'modules/files/package.json': manifest('files') }), [
    'modules/files/package.json:1',
  ]);
});

test('a workspace with a name of its own is found', () => {
  assert.deepEqual(places(scan, { ...root, 'packages/kernel/package.json': manifest('core') }), [
    'packages/kernel/package.json:2',
  ]);
});
