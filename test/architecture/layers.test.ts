import assert from 'node:assert/strict';
import test from 'node:test';
import { manifest, places, tree } from './feed.ts';
import { scan } from './scans/layers.ts';

test('asking down is allowed, by name of the layer or of the module', () => {
  const house = {
    'packages/kernel/package.json': manifest('kernel'),
    'modules/identity/package.json': manifest('identity', ['kernel']),
    'modules/files/package.json': manifest('files', ['kernel', 'identity']),
    'modules/cases/package.json': manifest('cases', ['files', 'identity']),
    'apps/server/package.json': manifest('server', ['cases', 'kernel']),
  };
  assert.deepEqual(places(scan, house), []);
});

test('asking up or sideways is found at the line that lists it', () => {
  const trespass = (from: string, to: string) =>
    places(scan, {
      [`modules/${from}/package.json`]: manifest(from, [to]),
      [`modules/${to}/package.json`]: manifest(to),
    });
  assert.deepEqual(trespass('catalogue', 'cases'), ['modules/catalogue/package.json:9']);
  assert.deepEqual(trespass('cases', 'incidents'), ['modules/cases/package.json:9']);
  assert.deepEqual(trespass('ledger', 'identity'), ['modules/ledger/package.json:9']);
});

test('a package asks no module and a module no app', () => {
  const house = {
    'packages/forms/package.json': manifest('forms', ['identity']),
    'modules/identity/package.json': manifest('identity', ['portal']),
    'apps/portal/package.json': manifest('portal'),
  };
  assert.deepEqual(places(scan, house), ['packages/forms/package.json:9', 'modules/identity/package.json:9']);
});

test('a ring is found and spelled out', () => {
  const [ring] = scan(
    tree({
      'packages/crypto/package.json': manifest('crypto', ['tlog']),
      'packages/tlog/package.json': manifest('tlog', ['ofd']),
      'packages/ofd/package.json': manifest('ofd', ['crypto']),
    }),
  );
  assert.equal(ring?.say, 'closes a ring: crypto → tlog → ofd → crypto');
});

test('a module without a layer is found', () => {
  assert.deepEqual(places(scan, { 'modules/parking/package.json': manifest('parking') }), [
    'modules/parking/package.json:1',
  ]);
});

test('the console enters a module by its contract alone', () => {
  const house = {
    'modules/cases/package.json': manifest('cases'),
    'apps/console/package.json': manifest('console', ['cases']),
    'apps/console/src/call.ts': `import { AcceptCase } from '@zhengtong/cases/contract';
import { acceptCase } from '@zhengtong/cases';`,
  };
  assert.deepEqual(places(scan, house), ['apps/console/src/call.ts:2']);
});
