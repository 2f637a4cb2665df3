import { ok } from '@zhengtong/kernel';
import { type Ctx, emit, inRead, type RecurringJob, type Setting, systemActor, transact } from '@zhengtong/platform';
import { FileFoundInfected } from './contract.ts';
import { eraseBytesOf } from './erase-bytes.ts';
import type { FilePorts } from './ports.ts';
import { scanStored, withoutScan } from './scan-stored.ts';
import { isThere, type Scanner } from './scanner.ts';
import { type FileRow, listToScan, settleScan } from './store.ts';
import { longestRunMs } from './sweep-files.ts';

const actor = systemActor('files');

/**
 * Looks into files that wait for a scan, then into those that were let through without one: a scanner that is there again
 * sees what came while it was not. Where nothing answers, the policy of today decides about what waits and not that of the
 * day it came: who takes the scanner away, or lets files through while it is, lets through what waits, too, marked as not
 * scanned. No transaction is open while the scanner works: who files a case with one of these meanwhile does not wait for
 * the others. A file of which nothing is learnt stays as it is and is asked about after all others. Where its bytes cannot
 * be read and it is held for that, the run fails, so that somebody sees.
 */
export const scanWaiting = (ports: FilePorts) =>
  ({
    name: 'job.files.scan-waiting',
    everyMinutes: 5,
    runOutside: async (setting: Setting) => {
      // Found out once a run: a scanner that hangs would be waited for anew with each file.
      let scanner: Scanner | 'unasked' | undefined = 'unasked';
      let unread: unknown;
      for await (const row of listDue(setting)) {
        if (scanner === 'unasked') scanner = await present(ports.scanner);
        const unsaid = row.scan === 'waiting' ? withoutScan(ports) : row.scan;
        if (!scanner && unsaid === row.scan) break;
        try {
          const seen = await scanStored({ ...ports, scanner }, row.stored_as);
          const isUnsaid = !seen && scanner !== undefined;
          await transact(setting, actor, async (ctx) => ok(await settle(ctx, row, seen ?? unsaid, isUnsaid)));
          if (isUnsaid) scanner = await present(scanner);
        } catch (fault) {
          const stands = await transact(setting, actor, async (ctx) => ok(await settle(ctx, row, row.scan, true)));
          if (stands && row.scan === 'waiting') unread = fault;
        }
      }
      if (unread) throw unread;
    },
  }) satisfies RecurringJob;

/** What waits and then what was let through, those first that came first, each once a run, until the run's time is over. */
async function* listDue(setting: Setting): AsyncGenerator<FileRow> {
  const until = performance.now() + longestRunMs;
  const begun = setting.now();
  for (const scan of ['waiting', 'unscanned'] as const) {
    const next = () => inRead(setting, actor, (ctx) => listToScan(ctx.tx, scan, begun));
    for (let rows = await next(); rows.length > 0; rows = await next()) {
      for (const row of rows) {
        if (performance.now() > until) return;
        yield row;
      }
    }
  }
}

/** The scanner, where it answers. */
const present = async (scanner: Scanner | undefined): Promise<Scanner | undefined> =>
  scanner && (await isThere(scanner)) ? scanner : undefined;

/**
 * What was found stands with all that follows from it: the bytes go, and who has the case is told, once, since only one
 * run changes what is known of a file. Of one that went to a case at this very moment nothing stands; it is found there.
 * Whether it stands.
 */
async function settle(ctx: Ctx, row: FileRow, scan: FileRow['scan'], isUnsaid: boolean): Promise<boolean> {
  const settled = await settleScan(ctx.tx, row, { scan, scan_failed_at: isUnsaid ? ctx.now : null });
  if (!settled || scan !== 'infected') return settled !== undefined;
  await eraseBytesOf(ctx, row);
  const { division_code: divisionCode, case_id: caseId } = settled;
  if (!caseId) return true;
  const payload = { fileId: row.id, divisionCode, caseId };
  await emit(ctx, { event: FileFoundInfected, divisionCode, key: caseId, payload });
  return true;
}
