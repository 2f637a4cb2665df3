import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { must } from '@zhengtong/kernel';
import { type Actor, folderStorage } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import type { FilePorts, FileView } from './index.ts';
import { receiveFile } from './receive-file.ts';

/** Storage in a folder of its own, no scanner, files let through. */
export const testPorts = (more: Partial<FilePorts> = {}): FilePorts => ({
  storage: folderStorage(mkdtempSync(join(tmpdir(), 'zt-files-'))),
  scanner: undefined,
  unscanned: 'accept',
  ...more,
});

export const smallPdf = (): Readable =>
  Readable.from([Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')]);

/** A PDF somebody sent. */
export async function givenFile(
  world: World,
  ports: FilePorts,
  owner: Actor,
  fileName = '平面图.pdf',
): Promise<FileView> {
  return must(await receiveFile(world.setting, ports, owner, { stream: smallPdf(), fileName }));
}
