import assert from 'node:assert/strict';
import test from 'node:test';
import { must, newId } from '@zhengtong/kernel';
import { person, reading, testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { attachFiles, filesModule, findFiles, type ScanResult } from './index.ts';
import { scanWaiting } from './sweep-files.ts';
import { givenFile, testPorts } from './test.ts';

/** Files that wait, and a scanner that answers what the test says, once it lets it. */
async function waitingWorld(t: Parameters<typeof testWorld>[0], count: number, answer: () => Promise<ScanResult>) {
  const held = testPorts({ unscanned: 'hold' });
  const world = await testWorld(t, { modules: [filesModule(held)] });
  const me = person();
  const files = await Promise.all(Array.from({ length: count }, () => givenFile(world, held, me)));
  const job = scanWaiting({ ...held, scanner: { scan: answer } });
  const run = () => job.runOutside(world.setting);
  const scans = async () => {
    const found = await reading(world, me, (ctx) =>
      findFiles(
        ctx,
        files.map(({ id }) => id),
      ),
    );
    return found.map(({ scan }) => scan).sort();
  };
  return { world, me, held, files, run, scans };
}

test('who files a case with a scanned file does not wait for the scans of others', async (t) => {
  let scans = 0;
  let letGo = () => {};
  const hanging = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reached = () => {};
  const second = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const { world, me, files, run } = await waitingWorld(t, 2, async () => {
    if (++scans === 2) {
      reached();
      await hanging;
    }
    return { kind: 'clean' };
  });
  const running = run();
  await second;
  await world.with(me, async (ctx) => {
    await sql`set local lock_timeout = '2s'`.execute(ctx.tx);
    for (const { id } of files) must(await attachFiles(ctx, [id], { divisionCode: '990100', caseId: newId() }));
  });
  letGo();
  await running;
});

test('a file whose bytes are gone holds up no other, and the run says so', async (t) => {
  const { world, held, run, scans } = await waitingWorld(t, 3, async () => ({ kind: 'clean' }));
  const { rows } = await sql<{ at: string }>`
    select stored_as as at from files.files order by received_at limit 1`.execute(world.db);
  await held.storage.remove(rows[0]?.at ?? '');
  await assert.rejects(run());
  assert.deepEqual(await scans(), ['clean', 'clean', 'waiting']);
});
