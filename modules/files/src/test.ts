import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
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

/** It was held for want of a scanner; one comes back and finds something in it. */
export async function givenInfected(world: World, ports: FilePorts, { id }: Pick<FileView, 'id'>): Promise<void> {
  await sql`update files.files set scan = 'waiting' where id = ${id} and scan <> 'infected'`.execute(world.db);
  const scanner: Scanner = { scan: async () => ({ kind: 'infected', name: 'Eicar-Signature' }) };
  await scanWaiting({ ...ports, scanner }).runOutside(world.setting);
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
