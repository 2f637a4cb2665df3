import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { must } from '@zhengtong/kernel';
import { type Actor, folderStorage } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import type { FilePorts, FileView } from './index.ts';
import { receiveFile } from './receive-file.ts';
import { scanWaiting } from './scan-waiting.ts';
import type { Scanner } from './scanner.ts';

const plenty = { files: 1000, bytes: 1e9 };

export { sampleOfd, samplePdf, samplePhoto } from './preview/sample-files.ts';

/** Storage in a folder of its own, no scanner, files let through. */
export const testPorts = (more: Partial<FilePorts> = {}): FilePorts => ({
  storage: folderStorage(mkdtempSync(join(tmpdir(), 'zt-files-'))),
  scanner: undefined,
  unscanned: 'accept',
  quota: { waiting: plenty, day: plenty },
  ...more,
});

export const smallPdf = (): Readable =>
  Readable.from([Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')]);

/** It came while no scanner was there; one comes back, finds something in it and says nothing of any other. */
export async function givenInfected(world: World, ports: FilePorts, { id }: Pick<FileView, 'id'>): Promise<void> {
  const { rows } = await sql<{ at: string }>`
    update files.files set scan_failed_at = null where id = ${id} returning stored_as as at`.execute(world.db);
  const read: FilePorts['storage']['read'] = async (name) =>
    name === rows[0]?.at ? Readable.from([Buffer.from(virus)]) : await ports.storage.read(name);
  const scanner: Scanner = {
    scan: async (bytes) => {
      const all = await buffer(bytes);
      if (all.includes(virus)) return { kind: 'infected', name: 'Eicar-Signature' };
      return { kind: all.length === 1 ? 'clean' : 'away' };
    },
  };
  const back = { ...ports, scanner, storage: { ...ports.storage, read }, unscanned: 'hold' as const };
  await scanWaiting(back).runOutside(world.setting);
}

/** Stands for one; the text scanners are tried with would make a scanner on the developer's machine take this file away. */
export const virus = 'ZHENGTONG-TEST-VIRUS';

/**
 * Listens as clamd does and answers what the test says of the bytes that came by INSTREAM; hangs up without a word where
 * that is nothing. Its address.
 */
export async function givenClamd(
  t: { after: (fn: () => void) => void },
  say: (bytes: Buffer) => string | undefined | Promise<string | undefined>,
): Promise<string> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let all = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', async (chunk) => {
      all = Buffer.concat([all, chunk]);
      const bytes = readStream(all);
      if (bytes) socket.end((await say(bytes)) ?? '');
    });
  });
  t.after(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What lies in the chunks of one INSTREAM, once its end has come: each has its length before it, the last none. */
function readStream(all: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 'zINSTREAM\0'.length; at + 4 <= all.length; ) {
    const length = all.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

/** Every file as one whose time is over: the row without name, the bytes gone. */
export const givenErased = (world: World) =>
  sql`update files.files set erased_at = ${world.now}, name = ''`.execute(world.db);

/** Until when each file is kept that is not erased; null while nobody said. */
export async function listDaysKept(world: World): Promise<(string | null)[]> {
  const { rows } = await sql<{ keep_until: string | null }>`
    select keep_until from files.files where erased_at is null`.execute(world.db);
  return rows.map((row) => row.keep_until);
}

/** As of cases that ended before their files had a day (decision 0016). */
export async function forgetDaysKept(world: World): Promise<void> {
  await sql`update files.files set keep_until = null where case_id is not null`.execute(world.db);
}

/** A PDF somebody sent. */
export async function givenFile(
  world: World,
  ports: FilePorts,
  owner: Actor,
  fileName = '平面图.pdf',
  stream = smallPdf(),
): Promise<FileView> {
  return must(await receiveFile(world.setting, ports, owner, { stream, fileName }));
}
