import { defineEvent } from '@zhengtong/kernel';
import { type Ctx, defineJob, inRead, type Listener, listenOutside, schedule, systemActor } from '@zhengtong/platform';
import Type from 'typebox';
import type { FilePorts } from './ports.ts';
import { previewName } from './preview/find-preview.ts';
import { type FileRow, isKept } from './store.ts';

const EraseBytes = defineJob(
  defineEvent('job.files.erase-bytes', Type.Object({ storedAs: Type.String(), sha256: Type.String() })),
);

/**
 * The bytes of a row just marked erased go as soon as the mark stands. Promised in the same transaction: a program killed
 * between leaves the promise, and the next one keeps it.
 */
export function eraseBytesOf(
  ctx: Ctx,
  row: Pick<FileRow, 'division_code' | 'id' | 'stored_as' | 'sha256'>,
): Promise<void> {
  const payload = { storedAs: row.stored_as, sha256: row.sha256 };
  return schedule(ctx, { event: EraseBytes, divisionCode: row.division_code, key: row.id, payload }, ctx.now);
}

/**
 * The bytes go with the last row that names them: a copy (`copyFile`) keeps them for its own case. Asked after the mark
 * stands, and a copier holds the row it copies until its own is there, so that of two rows erased at once one finds
 * itself the last and no row loses its bytes. No transaction is open while the storage works. Doing it twice does no harm.
 */
export const eraseBytesListener = (ports: FilePorts): Listener =>
  listenOutside(EraseBytes.name, EraseBytes, async (setting, { storedAs, sha256 }) => {
    const kept = await inRead(setting, systemActor('files'), (ctx) => isKept(ctx.tx, { sha256, storedAs }));
    if (!kept.bytes) await ports.storage.remove(storedAs);
    if (!kept.content) await ports.storage.remove(previewName(sha256));
  });
