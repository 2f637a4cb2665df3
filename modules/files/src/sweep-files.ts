import { ok } from '@zhengtong/kernel';
import { inRead, type RecurringJob, type Setting, systemActor, transact } from '@zhengtong/platform';
import type { FilePorts } from './ports.ts';
import { previewName } from './preview/find-preview.ts';
import { endWaiting, isKept, listExpired, listWaiting, markErased } from './store.ts';
import { endArrival, listLeftArrivals } from './store-arrivals.ts';

/** Erases bytes whose time is over (个人信息保护法 47). The bytes go first: a crash between leaves a row that is tried again. */
export const eraseExpired = (ports: FilePorts): RecurringJob => ({
  name: 'job.files.erase-expired',
  everyMinutes: 60,
  run: async (ctx) => {
    for (const row of await listExpired(ctx.tx, ctx.now)) {
      await ports.storage.remove(row.stored_as);
      await markErased(ctx.tx, row.id, ctx.now);
      if (!(await isKept(ctx.tx, row.sha256))) await ports.storage.remove(previewName(row.sha256));
    }
  },
});

const arrivingMs = 86_400_000;

/** Bytes whose upload began a day ago and was never entered: the program or the line died in the middle. */
export const eraseLeftArrivals = (ports: FilePorts): RecurringJob => ({
  name: 'job.files.erase-left-arrivals',
  everyMinutes: 60,
  run: async (ctx) => {
    const before = new Date(Date.parse(ctx.now) - arrivingMs).toISOString();
    for (const storedAs of await listLeftArrivals(ctx.tx, before)) {
      await ports.storage.remove(storedAs);
      await endArrival(ctx.tx, storedAs);
    }
  },
});

/** A run ends before another worker would take it for dead; the rest wait for the next. */
const longestRunMs = 60_000;
const actor = systemActor('files');

/**
 * Looks into files that came while no scanner answered. An infected one is never opened again. No transaction is open
 * while the scanner works: who files a case with one of these meanwhile does not wait for the others. A file whose bytes
 * cannot be read keeps waiting and holds up nobody else's; the run fails for it, so that somebody sees.
 */
export const scanWaiting = (ports: FilePorts) =>
  ({
    name: 'job.files.scan-waiting',
    everyMinutes: 5,
    runOutside: async (setting: Setting) => {
      const { scanner, storage } = ports;
      if (!scanner) return;
      const until = performance.now() + longestRunMs;
      let unread: unknown;
      for (const row of await inRead(setting, actor, (ctx) => listWaiting(ctx.tx))) {
        if (performance.now() > until) break;
        const bytes = await storage.read(row.stored_as).catch((fault) => {
          unread = fault;
          return undefined;
        });
        if (!bytes) continue;
        const { kind } = await scanner.scan(bytes);
        if (kind === 'away') return;
        const ended = await transact(setting, actor, async (ctx) => ok(await endWaiting(ctx.tx, row, kind)));
        if (kind === 'infected' && ended.ok && ended.value) await storage.remove(row.stored_as);
      }
      if (unread) throw unread;
    },
  }) satisfies RecurringJob;
