import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { testPorts } from '@zhengtong/files/test';
import { addVerifiedPerson, subjectOf } from '@zhengtong/identity';
import { listReadsOf, readConfig, systemActor } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { composeHouse } from '../modules.ts';
import { demoPeople } from './demo-staff.ts';
import { buildDemo } from './prepare-demo.ts';

test('an officer of the demonstration reads a case before acting on it, so that its applicant finds who did', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'zt-demo-'));
  const config = readConfig({ ZHENGTONG_HOME: home }, home);
  const ports = testPorts();
  const composed = composeHouse({ config, setting: {} as never, storage: ports.storage, demoPhone: undefined });
  const world = await testWorld(t, { modules: composed.modules });
  await buildDemo(config, world.setting, ports);
  const looks: number[] = [];
  for (const person of demoPeople) {
    const reads = await world.with(systemActor('test'), async (ctx) =>
      // Known by their phone, they are left as they are.
      listReadsOf(ctx, subjectOf(ctx, await addVerifiedPerson(ctx, person))),
    );
    looks.push(reads.filter(({ actorKind }) => actorKind === 'staff').length);
  }
  // The first only filed; the second was accepted; the third was examined too.
  assert.deepEqual(looks, [0, 1, 2]);
});
