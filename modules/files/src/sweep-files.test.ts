import assert from 'node:assert/strict';
import test from 'node:test';
import { newId } from '@zhengtong/kernel';
import { person, testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { attachFiles, type FilePorts, filesModule, keepFilesUntil } from './index.ts';
import { eraseExpired } from './sweep-files.ts';
import { givenFile, smallPdf, testPorts } from './test.ts';

/** Files of a case that may go from a day on, and a storage that does as the test says before it removes. */
async function dueWorld(t: Parameters<typeof testWorld>[0], beforeRemoving: (storedAs: string) => Promise<void>) {
  const ports = testPorts();
  const remove: FilePorts['storage']['remove'] = async (storedAs) => {
    await beforeRemoving(storedAs);
    await ports.storage.remove(storedAs);
  };
  const world = await testWorld(t, { modules: [filesModule({ ...ports, storage: { ...ports.storage, remove } })] });
  const me = person();
  const caseId = newId();
  const give = async () => {
    const file = await givenFile(world, ports, me);
    await world.with(me, (ctx) => attachFiles(ctx, [file.id], { divisionCode: '990100', caseId }));
    return file;
  };
  const due = () => world.with(me, (ctx) => keepFilesUntil(ctx, caseId, '2026-09-20T00:00:00Z'));
  const names = () => Array.fromAsync(ports.storage.list());
  const countKept = async () => {
    const { rows } = await sql<{ id: string }>`select id from files.files where erased_at is null`.execute(world.db);
    return rows.length;
  };
  return { world, ports, give, due, names, countKept };
}

test('one run erases all that is due, however much it is, and nothing that is not', async (t) => {
  const { world, ports, give, due, names, countKept } = await dueWorld(t, async () => {});
  const [first] = [await give(), await give()];
  await due();
  await sql`
    with many as (select gen_random_uuid() as id, 'ab/many-' || n as stored_as from generate_series(1, 700) n),
      placed as (insert into files.places select id, '990100' from many)
    insert into files.files
    select '990100', m.id, owner_id, name, media_type, size_bytes, sha256, m.stored_as, trust, scan, case_id,
      received_at, keep_until, null from files.files, many m where files.id = ${first.id}`.execute(world.db);
  await ports.storage.write('ab/many-1', smallPdf());
  await ports.storage.write('ab/many-700', smallPdf());
  await sql`update files.files set keep_until = '2026-10-01T00:00:00Z' where stored_as = 'ab/many-1'`.execute(world.db);
  await eraseExpired.runOutside(world.setting);
  assert.equal(await countKept(), 1);
  await world.drain();
  assert.deepEqual(await names(), ['ab/many-1']);
});

test('a storage that fails for one file keeps no other, and the next try erases it too', async (t) => {
  let isBroken = true;
  const { world, give, due, names, countKept } = await dueWorld(t, async (storedAs) => {
    if (isBroken && storedAs === stuck) throw new Error('the storage is away');
  });
  await give();
  await give();
  const [stuck = ''] = await names();
  await due();
  await eraseExpired.runOutside(world.setting);
  await assert.rejects(world.drain(), /the storage is away/);
  assert.equal(await countKept(), 0);
  assert.deepEqual(await names(), [stuck]);
  isBroken = false;
  world.now = '2026-09-21T03:30:00.000Z' as typeof world.now;
  await world.drain();
  assert.deepEqual(await names(), []);
});

test('no row is locked while the storage works', async (t) => {
  let removed = 0;
  const { world, give, due, names } = await dueWorld(t, async () => {
    await sql`select id from files.files for update nowait`.execute(world.db);
    removed++;
  });
  await give();
  await give();
  await due();
  await eraseExpired.runOutside(world.setting);
  await world.drain();
  assert.deepEqual(await names(), []);
  assert.ok(removed >= 2);
});
