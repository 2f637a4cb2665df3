import type { Readable } from 'node:stream';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Setting } from '@zhengtong/platform';
import { nameForSaving } from './domain/kinds.ts';
import type { FileView } from './file-view.ts';
import { toView } from './file-view.ts';
import type { FilePorts } from './ports.ts';
import { type FileRow, findFileRows } from './store.ts';

export type OpenRefusal = { readonly kind: 'not-found' } | { readonly kind: 'not-scanned' };

export type Opened = { readonly view: FileView; readonly bytes: Readable };

/** The bytes of a file. Whoever calls has judged that this person may see it; here only its own state is. */
export async function openFile(setting: Setting, ports: FilePorts, id: string): Promise<Result<Opened, OpenRefusal>> {
  const found = await findOpen(setting, id);
  if (!found.ok) return found;
  const row = found.value;
  return ok({ view: toView(setting, row), bytes: await ports.storage.read(row.stored_as) });
}

/** The row of a file whose bytes may be looked at. */
export async function findOpen({ db }: Pick<Setting, 'db'>, id: string): Promise<Result<FileRow, OpenRefusal>> {
  const [row] = await findFileRows(db, [id]);
  if (!row) return refuse({ kind: 'not-found' });
  if (row.scan === 'waiting' || row.scan === 'infected') return refuse({ kind: 'not-scanned' });
  return ok(row);
}

/** Headers under which uploaded bytes may leave: as a download, never as a page of ours. */
export const downloadHeaders = (view: FileView): Record<string, string> => ({
  'content-type': 'application/octet-stream',
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nameForSaving(view.fileName, view.mediaType))}`,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
});
