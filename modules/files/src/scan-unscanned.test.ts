import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import test, { type TestContext } from 'node:test';
import { must, newId, toInstant } from '@zhengtong/kernel';
import { listNews } from '@zhengtong/platform';
import { person, reading, testWorld } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { FileFoundInfected } from './contract.ts';
import { filesUnscanned } from './files-waiting.ts';
import { attachFiles, clamdScanner, type FileView, filesModule, findFiles, openFile } from './index.ts';
import { previewName } from './preview/find-preview.ts';
import { scanWaiting } from './scan-waiting.ts';
import { givenClamd, givenFile, testPorts, virus } from './test.ts';

const pdf = (text: string) => Readable.from([Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`)]);

/** What a clamd says of bytes: it finds what is marked, and of what is marked so it says nothing. */
const say = (bytes: Buffer): string | undefined => {
  if (bytes.includes('SILENT')) return undefined;
  return bytes.includes(virus) ? 'stream: Zhengtong.Test FOUND\0' : 'stream: OK\0';
};

/** Files that came while nothing scanned, and a clamd that is there again; which of them it saw, in turn. */
async function unscannedWorld(
  t: TestContext,
  texts: readonly string[],
  answer: Parameters<typeof givenClamd>[1] = say,
) {
  const open = testPorts({ scanner: clamdScanner('127.0.0.1:1') });
  const world = await testWorld(t, { modules: [filesModule(open)] });
  const me = person();
  const files: FileView[] = [];
  for (const text of texts) files.push(await givenFile(world, open, me, '图.pdf', pdf(text)));
  const seen: string[] = [];
  const address = await givenClamd(t, async (bytes) => {
    const text = /% (.*)/.exec(bytes.toString().slice('%PDF-1.4\n'.length))?.[1];
    if (text) seen.push(text);
    return await answer(bytes);
  });
  const ports = { ...open, scanner: clamdScanner(address) };
  const run = (more: Partial<typeof ports> = {}) => scanWaiting({ ...ports, ...more }).runOutside(world.setting);
  const ids = files.map(({ id }) => id);
  const scans = async () => {
    const found = new Map((await reading(world, me, (ctx) => findFiles(ctx, ids))).map(({ id, scan }) => [id, scan]));
    return ids.map((id) => found.get(id));
  };
  const told = async () => {
    const news = await Promise.all(['000000', '990100'].map((code) => listNews(world.db, code, 0)));
    return news.flat().flatMap(({ name, key }) => (name === FileFoundInfected.name ? [key] : []));
  };
  return { world, me, ports, open, files, ids, seen, run, scans, told };
}

test('what was let through unscanned is scanned once a scanner is there, oldest first, each once, and what carries something goes', async (t) => {
  const { world, me, ports, open, files, ids, seen, run, scans, told } = await unscannedWorld(t, [
    'one',
    virus,
    'three',
  ]);
  await ports.storage.write(previewName(files[1]?.sha256 ?? ''), Readable.from(['drawn when it was looked at']));
  const at = { divisionCode: '990100', caseId: newId() };
  must(await world.with(me, (ctx) => attachFiles(ctx, [ids[1] ?? ''], at)));
  assert.deepEqual(await scans(), ['unscanned', 'unscanned', 'unscanned']);
  assert.equal(await filesUnscanned.read(world.setting), 3);
  await run({ scanner: open.scanner });
  assert.equal(await filesUnscanned.read(world.setting), 3);
  await run();
  await run();
  assert.deepEqual(await scans(), ['clean', 'infected', 'clean']);
  assert.deepEqual(seen, ['one', virus, 'three']);
  assert.equal(await filesUnscanned.read(world.setting), 0);
  assert.deepEqual(await told(), [at.caseId]);
  assert.deepEqual(await openFile(world.setting, ports, ids[1] ?? ''), { ok: false, refusal: { kind: 'not-scanned' } });
  await world.drain();
  assert.equal((await Array.fromAsync(ports.storage.list())).length, 2);
});

test('two programs that scan at once tell the case once', async (t) => {
  const { world, me, ids, run, scans, told } = await unscannedWorld(t, [virus], async (bytes) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return say(bytes);
  });
  const at = { divisionCode: '990100', caseId: newId() };
  must(await world.with(me, (ctx) => attachFiles(ctx, ids, at)));
  await Promise.all([run(), run()]);
  assert.deepEqual(await scans(), ['infected']);
  assert.deepEqual(await told(), [at.caseId]);
});

test('a file the scanner says nothing of, or whose bytes are gone, stays as it is and is asked about after all others', async (t) => {
  const { world, ports, seen, run, scans } = await unscannedWorld(t, ['SILENT', 'gone', 'three']);
  const { rows } = await sql<{ at: string }>`
    select stored_as as at from files.files order by id offset 1 limit 1`.execute(world.db);
  await ports.storage.remove(rows[0]?.at ?? '');
  await run();
  assert.deepEqual(await scans(), ['unscanned', 'unscanned', 'clean']);
  assert.deepEqual(seen, ['SILENT', 'three']);
  world.now = toInstant(Date.parse(world.now) + 300_000);
  await givenFile(world, testPorts({ storage: ports.storage }), person(), '新.pdf', pdf('new'));
  await run({ unscanned: 'hold' });
  assert.deepEqual(seen, ['SILENT', 'three', 'new', 'SILENT']);
  assert.deepEqual(await scans(), ['unscanned', 'unscanned', 'clean']);
});

test('a scanner that goes away in the middle is not waited for with each file', async (t) => {
  let isThere = true;
  let asked = 0;
  const { run, scans, ports } = await unscannedWorld(t, ['one', 'two', 'three', 'four']);
  const scanner = {
    scan: async (bytes: Readable) => {
      asked++;
      if (asked > 2) isThere = false;
      return isThere ? await ports.scanner.scan(bytes) : { kind: 'away' as const };
    },
  };
  await run({ scanner });
  // Whether it is there, the first, the second in vain, and whether it is there.
  assert.equal(asked, 4);
  assert.deepEqual(await scans(), ['clean', 'unscanned', 'unscanned', 'unscanned']);
});
