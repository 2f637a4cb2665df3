import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, must, newId } from '@zhengtong/kernel';
import { person, testWorld } from '@zhengtong/platform/test';
import {
  attachFiles,
  copyFile,
  type FileView,
  filesModule,
  findFiles,
  keepFilesUntil,
  openFile,
  setTrust,
} from './index.ts';
import { eraseExpired } from './sweep-files.ts';
import { givenFile, givenInfected, testPorts } from './test.ts';

async function copyWorld(t: Parameters<typeof testWorld>[0]) {
  const ports = testPorts();
  const world = await testWorld(t, { modules: [filesModule(ports)] });
  const me = person();
  const give = async (caseId = newId()) => {
    const file = await givenFile(world, ports, me);
    await world.with(me, (ctx) => attachFiles(ctx, [file.id], { divisionCode: '990100', caseId }));
    return { ...file, caseId };
  };
  const copy = (id: string, as = me, caseId = newId()) =>
    world.with(as, (ctx) => copyFile(ctx, id, { divisionCode: '990100', caseId }));
  /** The time of a case's files is over. */
  const end = async ({ caseId }: Pick<FileView, 'caseId'>) => {
    await world.with(me, (ctx) => keepFilesUntil(ctx, caseId ?? '', '2026-01-01T00:00:00Z'));
    await eraseExpired.runOutside(world.setting);
    await world.drain();
  };
  const opens = async ({ id }: { id: string }) => {
    const opened = await openFile(world.setting, ports, id);
    return opened.ok ? (await Array.fromAsync(opened.value.bytes)).length > 0 : opened.refusal.kind;
  };
  const countStored = async () => (await Array.fromAsync(ports.storage.list())).length;
  return { world, ports, me, give, copy, end, opens, countStored };
}

test('a copy lies with its own case under the same bytes, belongs to who made it, and has yet to be compared; it is as old as the first', async (t) => {
  const { world, give, copy, opens, countStored } = await copyWorld(t);
  const file = await give();
  const colleague = person();
  must(await world.with(colleague, (ctx) => setTrust(ctx, file.id, 'B')));
  world.now = '2026-10-01T02:00:00.000Z' as Instant;
  const caseId = newId();
  const made = must(await copy(file.id, colleague, caseId));
  const { id: _, ...facts } = made;
  const { fileName, mediaType, sizeBytes, sha256, scan } = file;
  const same = { fileName, mediaType, sizeBytes, sha256, scan };
  assert.deepEqual(facts, { ...same, ownerId: colleague.id, trust: 'C', receivedAt: file.receivedAt, caseId });
  assert.equal((await world.with(colleague, (ctx) => findFiles(ctx, [file.id])))[0]?.caseId, file.caseId);
  assert.deepEqual([await opens(made), await countStored()], [true, 1]);
});

for (const first of ['the file', 'its copy'] as const)
  test(`where ${first} is erased first the other can still be opened, and the bytes go with the last`, async (t) => {
    const { give, copy, end, opens, countStored } = await copyWorld(t);
    const file = await give();
    const made = must(await copy(file.id));
    const [gone, left] = first === 'the file' ? [file, made] : [made, file];
    await end(gone);
    assert.deepEqual([await opens(gone), await opens(left), await countStored()], ['not-found', true, 1]);
    await end(left);
    assert.deepEqual([await opens(left), await countStored()], ['not-found', 0]);
  });

test('a file and its copy whose time is over at once leave no bytes behind', async (t) => {
  const { give, copy, end, countStored } = await copyWorld(t);
  const file = await give();
  must(await copy(file.id, undefined, file.caseId));
  await end(file);
  assert.equal(await countStored(), 0);
});

test('while a file is copied nobody erases it, and what is being erased is not copied', async (t) => {
  const { world, me, give, end, opens } = await copyWorld(t);
  const file = await give();
  let ended: Promise<void> | undefined;
  const made = await world.with(me, async (ctx) => {
    const copied = must(await copyFile(ctx, file.id, { divisionCode: '990100', caseId: newId() }));
    ended = end(file);
    await new Promise((done) => setTimeout(done, 300));
    return copied;
  });
  await ended;
  await end(file);
  assert.deepEqual([await opens(file), await opens(made)], ['not-found', true]);
  const again = await world.with(me, (ctx) => copyFile(ctx, file.id, { divisionCode: '990100', caseId: newId() }));
  assert.ok(!again.ok && again.refusal.kind === 'not-found');
});

test('what waits for the scanner, or was found infected, is not copied', async (t) => {
  const { world, ports, me, copy, give } = await copyWorld(t);
  const held = await givenFile(world, { ...ports, unscanned: 'hold' }, me);
  const infected = await give();
  await givenInfected(world, ports, infected);
  for (const { id } of [held, infected]) {
    const made = await copy(id);
    assert.ok(!made.ok && made.refusal.kind === 'not-scanned');
  }
});
