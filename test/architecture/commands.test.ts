import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from './feed.ts';
import { scan } from './scans/commands.ts';

const whole = `export const summary = 's';\nexport const usage = 'u';\nexport async function run() {}`;

test('a command without usage is found, and a benchmark needs none', () => {
  assert.deepEqual(places(scan, { 'apps/server/commands/backup.ts': whole }), []);
  const short = whole.replace('export const usage', 'const usage');
  assert.deepEqual(places(scan, { 'apps/server/commands/backup.ts': short }), ['apps/server/commands/backup.ts:1']);
  assert.deepEqual(places(scan, { 'bench/ofd.ts': short }), []);
  assert.deepEqual(places(scan, { 'bench/ofd.ts': `export const summary = 's';` }), ['bench/ofd.ts:1']);
  assert.deepEqual(places(scan, { 'test/drills/uploads/part.ts': '' }), []);
});
