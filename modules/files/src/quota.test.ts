import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import test from 'node:test';
import { must, newId, toInstant } from '@zhengtong/kernel';
import { scheduleRecurring } from '@zhengtong/platform';
import { person, testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { attachFiles, eraseOwnFile, type FileView, filesModule, receiveFile } from './index.ts';
import { beginArrival } from './store-arrivals.ts';
import { givenFile, smallPdf, testPorts } from './test.ts';

const small = { files: 3, bytes: 1e9 };
const plenty = { files: 1000, bytes: 1e9 };

const open = async (t: Parameters<typeof testWorld>[0], ports = testPorts()) => ({
  ports,
  world: await testWorld(t, { modules: [filesModule(ports)] }),
  me: person(),
});
/** Puts the sweeps on the list, as the program does at its start. */
const withSweeps = async (t: Parameters<typeof testWorld>[0]) => {
  const opened = await open(t);
  await scheduleRecurring(opened.world.setting, filesModule(opened.ports).recurring ?? []);
  return opened;
};
const names = (ports: ReturnType<typeof testPorts>) => Array.fromAsync(ports.storage.list());
const later = (now: string, hours: number) => toInstant(Date.parse(now) + hours * 3_600_000);

test('a person may have so many files waiting outside any case; what is filed makes room again', async (t) => {
  const { ports, world, me } = await open(t, testPorts({ quota: { waiting: small, day: plenty } }));
  const files: FileView[] = [];
  for (let i = 0; i < 3; i++) files.push(await givenFile(world, ports, me));
  const send = () => receiveFile(world.setting, ports, me, { stream: smallPdf(), fileName: 'a.pdf' });
  const over = await send();
  assert.ok(!over.ok && over.refusal.kind === 'quota-reached' && over.refusal.limit === 'waiting');
  assert.equal((await names(ports)).length, 3);
  await givenFile(world, ports, person());
  await world.with(me, (ctx) => attachFiles(ctx, [files[0]?.id ?? ''], { divisionCode: '990100', caseId: newId() }));
  assert.ok((await send()).ok);
});

test('a person may send so much a day, also where every file goes to a case at once', async (t) => {
  const { ports, world, me } = await open(t, testPorts({ quota: { waiting: plenty, day: small } }));
  for (let i = 0; i < 3; i++) {
    const { id } = await givenFile(world, ports, me);
    await world.with(me, (ctx) => attachFiles(ctx, [id], { divisionCode: '990100', caseId: newId() }));
  }
  const send = () => receiveFile(world.setting, ports, me, { stream: smallPdf(), fileName: 'a.pdf' });
  const over = await send();
  assert.ok(!over.ok && over.refusal.kind === 'quota-reached' && over.refusal.limit === 'day');
  world.now = later(world.now, 25);
  assert.ok((await send()).ok);
});

test('bytes count too, with those of the file itself, and ten files at once do not slip past', async (t) => {
  const tight = { files: 1000, bytes: 10_000 };
  const { ports, world, me } = await open(t, testPorts({ quota: { waiting: tight, day: plenty } }));
  const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(3000)]);
  const all = await Promise.all(
    Array.from({ length: 10 }, () =>
      receiveFile(world.setting, ports, me, { stream: Readable.from([bytes]), fileName: 'a.pdf' }),
    ),
  );
  assert.equal(all.filter((one) => one.ok).length, 3);
  assert.equal((await names(ports)).length, 3);
});

test('what lies with no case for two days is erased by the sweep, bytes and name; what is filed stays', async (t) => {
  const { ports, world, me } = await withSweeps(t);
  await givenFile(world, ports, me);
  const filed = await givenFile(world, ports, me);
  await world.with(me, (ctx) => attachFiles(ctx, [filed.id], { divisionCode: '990100', caseId: newId() }));
  await world.drain();
  world.now = later(world.now, 47);
  await world.drain();
  assert.equal((await names(ports)).length, 2);
  world.now = later(world.now, 2);
  await world.drain();
  assert.equal((await names(ports)).length, 1);
  const { rows } = await sql<{ name: string; isErased: boolean }>`
    select name, erased_at is not null as "isErased" from files.files where case_id is null`.execute(world.db);
  assert.deepEqual(rows, [{ name: '', isErased: true }]);
});

test('bytes of an upload that never ended are erased a day later', async (t) => {
  const { ports, world } = await withSweeps(t);
  // As a program killed between the last byte and the row leaves it.
  await beginArrival(world.db, 'ab/left', world.now);
  await ports.storage.write('ab/left', smallPdf());
  await world.drain();
  assert.deepEqual(await names(ports), ['ab/left']);
  world.now = later(world.now, 26);
  await world.drain();
  assert.deepEqual(await names(ports), []);
  const { rows } = await sql`select 1 from files.arrivals`.execute(world.db);
  assert.equal(rows.length, 0);
});

test('an ordinary upload leaves no note of its arrival', async (t) => {
  const { ports, world, me } = await open(t);
  must(await receiveFile(world.setting, ports, me, { stream: smallPdf(), fileName: 'a.pdf' }));
  const { rows } = await sql`select 1 from files.arrivals`.execute(world.db);
  assert.equal(rows.length, 0);
});

test('sending and erasing again makes room among what waits, and none for the day', async (t) => {
  const { ports, world, me } = await open(t, testPorts({ quota: { waiting: small, day: { files: 4, bytes: 1e9 } } }));
  for (let i = 0; i < 4; i++) {
    const { id } = await givenFile(world, ports, me);
    must(await world.run(me, (ctx) => eraseOwnFile(ctx, id)));
  }
  const over = await receiveFile(world.setting, ports, me, { stream: smallPdf(), fileName: 'a.pdf' });
  assert.ok(!over.ok && over.refusal.kind === 'quota-reached' && over.refusal.limit === 'day');
});
