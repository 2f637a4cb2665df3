import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import { must, newId } from '@zhengtong/kernel';
import { listNews } from '@zhengtong/platform';
import { person, reading, testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { FileFoundInfected } from './contract.ts';
import { filesWaiting } from './files-waiting.ts';
import { attachFiles, type FileView, filesModule, findFiles, type Scanner, type ScanResult } from './index.ts';
import { scanWaiting } from './scan-waiting.ts';
import { givenFile, testPorts } from './test.ts';

type Answer = () => Promise<ScanResult>;
const clean: Answer = async () => ({ kind: 'clean' });
const away: Answer = async () => ({ kind: 'away' });
/** Finds something in whatever is longer than the byte a scanner is asked with whether it is there. */
const sick: Scanner = {
  scan: async (bytes) => ((await buffer(bytes)).length > 1 ? { kind: 'infected', name: 'x' } : { kind: 'clean' }),
};

/** Files that wait, and a scanner that answers what the test says, once it lets it; none where there is no answer. */
async function waitingWorld(t: Parameters<typeof testWorld>[0], count: number, answer?: Answer | Scanner) {
  const held = testPorts({ unscanned: 'hold' });
  const world = await testWorld(t, { modules: [filesModule(held)] });
  const me = person();
  const files: FileView[] = [];
  for (let n = 0; n < count; n++) files.push(await givenFile(world, held, me));
  const scanner = typeof answer === 'function' ? { scan: answer } : answer;
  const run = (unscanned: 'hold' | 'accept' = 'hold') =>
    scanWaiting({ ...held, scanner, unscanned }).runOutside(world.setting);
  const scans = async () => {
    const found = await reading(world, me, (ctx) =>
      findFiles(
        ctx,
        files.map(({ id }) => id),
      ),
    );
    return found.map(({ scan }) => scan).sort();
  };
  const told = async () => {
    const news = await Promise.all(['000000', '990100'].map((code) => listNews(world.db, code, 0)));
    return news.flat().flatMap(({ name, key }) => (name === FileFoundInfected.name ? [key] : []));
  };
  return { world, me, held, files, run, scans, told };
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
  const { world, held, run, scans } = await waitingWorld(t, 3, clean);
  const { rows } = await sql<{ at: string }>`
    select stored_as as at from files.files order by received_at limit 1`.execute(world.db);
  await held.storage.remove(rows[0]?.at ?? '');
  await assert.rejects(run());
  assert.deepEqual(await scans(), ['clean', 'clean', 'waiting']);
});

test('what waits follows the policy of today: let through and marked where nothing scans, kept where it says so', async (t) => {
  for (const scanner of [undefined, away]) {
    const { run, scans } = await waitingWorld(t, 2, scanner);
    await run('hold');
    assert.deepEqual(await scans(), ['waiting', 'waiting']);
    await run('accept');
    assert.deepEqual(await scans(), ['unscanned', 'unscanned']);
  }
});

test('a scanner that does not answer is waited for once a run, not with each file', async (t) => {
  let asked = 0;
  const { run, scans } = await waitingWorld(t, 3, async () => {
    asked++;
    return { kind: 'away' };
  });
  await run('hold');
  assert.equal(asked, 1);
  await run('accept');
  assert.equal(asked, 2);
  assert.deepEqual(await scans(), ['unscanned', 'unscanned', 'unscanned']);
});

test('a file the scanner says nothing of holds up no other', async (t) => {
  let asked = 0;
  const { world, run, scans } = await waitingWorld(t, 3, async () => ({ kind: ++asked === 2 ? 'away' : 'clean' }));
  assert.equal(await filesWaiting.read(world.setting), 3);
  await run();
  assert.deepEqual(await scans(), ['clean', 'clean', 'waiting']);
  assert.equal(await filesWaiting.read(world.setting), 1);
});

test('one run looks at all that wait, however many they are', async (t) => {
  const { world, files, run } = await waitingWorld(t, 1);
  await sql`
    with many as (select gen_random_uuid() as id from generate_series(1, 250)),
      placed as (insert into files.places select id, '000000' from many)
    insert into files.files
    select '000000', m.id, owner_id, name, media_type, size_bytes, sha256, stored_as, trust, scan, case_id,
      received_at, keep_until, null from files.files, many m where files.id = ${files[0]?.id}`.execute(world.db);
  await run('accept');
  const { rows } = await sql<{ scan: string }>`select distinct scan from files.files`.execute(world.db);
  assert.deepEqual(rows, [{ scan: 'unscanned' }]);
});

test('a file of a case in which something is found loses its bytes, and the case is told once, however often it is swept', async (t) => {
  const { world, me, held, files, run, scans, told } = await waitingWorld(t, 2, sick);
  const at = { divisionCode: '990100', caseId: newId() };
  must(await world.with(me, (ctx) => attachFiles(ctx, [files[0]?.id ?? ''], at)));
  await Promise.all([run(), run()]);
  await run();
  assert.deepEqual(await scans(), ['infected', 'infected']);
  // Of the loose one nobody but its owner knows, who sees it where it lies.
  assert.deepEqual(await told(), [at.caseId]);
  await world.drain();
  assert.deepEqual(await Array.fromAsync(held.storage.list()), []);
});

test('a file found infected after somebody looked at it and before it is put to a case goes to none', async (t) => {
  const { world, me, files, run, told } = await waitingWorld(t, 2, sick);
  const [first, second] = files.map(({ id }) => id);
  const at = { divisionCode: '990100', caseId: newId() };
  const attach = (id = '') => world.with(me, (ctx) => attachFiles(ctx, [id], at));
  must(await attach(first));
  await run();
  assert.deepEqual(await attach(second), { ok: false, refusal: { kind: 'file-elsewhere' } });
  assert.equal((await told()).length, 1);
  // Where it lies already it stays: who answers a correction sends the old answers along.
  must(await attach(first));
});
