import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import test from 'node:test';
import { createLog } from '../log.ts';
import { testWorld } from '../test/index.ts';
import { folderStorage, StorageFull, watchStorage } from './index.ts';

type Line = { level: string; msg: string; doing: string; failures: number; err: { code?: string } };

const bytes = () => Readable.from([Buffer.from('%PDF-1.4')]);
const folder = () => mkdtempSync(join(tmpdir(), 'zt-watch-'));

/** A watched storage, the lines it wrote and what it counted, on a clock the test sets. */
function watching(storage = folderStorage(folder())) {
  const lines: Line[] = [];
  const log = createLog('info', { write: (line) => lines.push(JSON.parse(line)) });
  const clock = { ms: 0 };
  return { ...watchStorage(storage, log, () => clock.ms), lines, clock };
}

test('a full disk is told to the operator at error, once a minute, and every time to whoever writes', async () => {
  const full = async () => {
    throw new StorageFull('no room', { cause: Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }) });
  };
  const { storage, lines, clock } = watching({ ...folderStorage(folder()), write: full });
  for (const ms of [0, 1000, 59_999, 60_000]) {
    clock.ms = ms;
    await assert.rejects(storage.write('ab/one', bytes()), StorageFull);
  }
  const said = lines.map(({ level, msg, doing, failures, err }) => [level, msg, doing, failures, err.code]);
  assert.deepEqual(said, [
    ['error', 'no room left in the storage', 'write', 1, 'ENOSPC'],
    ['error', 'no room left in the storage', 'write', 4, 'ENOSPC'],
  ]);
});

test('a storage that is away fails at everything and is counted', async (t) => {
  const place = join(folder(), 'file');
  writeFileSync(place, '');
  const { storage, failures, lines } = watching(folderStorage(place));
  await assert.rejects(storage.write('ab/one', bytes()));
  await assert.rejects(storage.read('ab/one'));
  const { setting } = await testWorld(t, { modules: [] });
  assert.equal(await failures.read(setting), 2);
  assert.deepEqual(
    lines.map(({ msg, doing, err }) => [msg, doing, err.code]),
    [['the storage failed', 'write', 'ENOTDIR']],
  );
});

test('a file that cannot be opened counts, though its fault passes through the bytes on their way', async (t) => {
  const place = join(folder(), 'gone', 'one');
  const write = (_: string, given: Readable) => pipeline(given, createWriteStream(place));
  const { storage, failures, lines } = watching({ ...folderStorage(folder()), write });
  const many = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(65_536)));
  await assert.rejects(storage.write('ab/one', many), { code: 'ENOENT' });
  const { setting } = await testWorld(t, { modules: [] });
  assert.equal(await failures.read(setting), 1);
  assert.equal(lines.length, 1);
});

test('what was cut off or broke where it came from is no failure of the storage', async (t) => {
  const { storage, failures, lines } = watching();
  const cut = new Readable({
    read() {
      this.push(Buffer.from('%PDF-1.4'));
      setImmediate(() => this.destroy(new Error('gone')));
    },
  });
  await assert.rejects(storage.write('ab/one', cut), /gone/);
  await storage.write('ab/one', bytes());
  await storage.remove('ab/one');
  const { setting } = await testWorld(t, { modules: [] });
  assert.equal(await failures.read(setting), 0);
  assert.deepEqual(lines, []);
});
