import { Readable } from 'node:stream';
import { ok } from '@zhengtong/kernel';
import { type Ctx, emit, inRead, type RecurringJob, type Setting, systemActor, transact } from '@zhengtong/platform';
import { FileFoundInfected } from './contract.ts';
import { eraseBytesOf } from './erase-bytes.ts';
import type { FilePorts } from './ports.ts';
import { scanStored } from './scan-stored.ts';
import type { Scanner } from './scanner.ts';
import { endWaiting, type FileRow, listWaiting } from './store.ts';
import { longestRunMs } from './sweep-files.ts';

const actor = systemActor('files');

/**
 * Looks into files that wait for a scan. Where nothing answers, the policy of today decides and not that of the day they
 * came: who takes the scanner away, or lets files through while it is, lets through what waits, too, marked as not
 * scanned. No transaction is open while the scanner works: who files a case with one of these meanwhile does not wait for
 * the others. A file whose bytes cannot be read keeps waiting and holds up nobody else's; the run fails for it, so that
 * somebody sees.
 */
export const scanWaiting = (ports: FilePorts) =>
  ({
    name: 'job.files.scan-waiting',
    everyMinutes: 5,
    runOutside: async (setting: Setting) => {
      const until = performance.now() + longestRunMs;
      const next = (after?: string) => inRead(setting, actor, (ctx) => listWaiting(ctx.tx, after));
      let rows = await next();
      if (rows.length === 0) return;
      // Found out once a run: a scanner that hangs would be waited for anew with each file.
      const scanner = await present(ports.scanner);
      if (!scanner && ports.unscanned === 'hold') return;
      let unread: unknown;
      for (; rows.length > 0 && performance.now() < until; rows = await next(rows.at(-1)?.id)) {
        for (const row of rows) {
          if (performance.now() > until) break;
          try {
            const seen = await scanStored({ ...ports, scanner }, row.stored_as);
            await transact(setting, actor, async (ctx) => ok(await settle(ctx, row, seen)));
          } catch (fault) {
            unread = fault;
          }
        }
      }
      if (unread) throw unread;
    },
  }) satisfies RecurringJob;

/** The scanner, where it answers to a single byte. */
async function present(scanner: Scanner | undefined): Promise<Scanner | undefined> {
  const said = await scanner?.scan(Readable.from([Buffer.from('?')]));
  return said && said.kind !== 'away' ? scanner : undefined;
}

/**
 * What was found stands with all that follows from it: the bytes go, and who has the case is told, once, since only one
 * run ends a file's waiting. Of one that went to a case at this very moment nothing stands; the next run finds it there.
 */
async function settle(ctx: Ctx, row: FileRow, scan: FileRow['scan']): Promise<void> {
  if (scan === 'waiting') return;
  const ended = await endWaiting(ctx.tx, row, scan);
  if (!ended || scan !== 'infected') return;
  await eraseBytesOf(ctx, row);
  const { division_code: divisionCode, case_id: caseId } = ended;
  if (!caseId) return;
  const payload = { fileId: row.id, divisionCode, caseId };
  await emit(ctx, { event: FileFoundInfected, divisionCode, key: caseId, payload });
}
