import { must, ok } from '@zhengtong/kernel';
import { inRead, type RecurringJob, type Setting, systemActor, transact } from '@zhengtong/platform';
import { eraseBytesOf } from './erase-bytes.ts';
import type { FilePorts } from './ports.ts';
import { dropBytes } from './receive-file.ts';
import { endWaiting, listWaiting, markExpired } from './store.ts';
import { listLeftArrivals } from './store-arrivals.ts';

/** A run ends before another worker would take it for dead; the rest wait for the next. */
const longestRunMs = 60_000;
const actor = systemActor('files');
const batch = 200;

/** Erases what is over its time (个人信息保护法 47): marks some rows at a time until none is due; the bytes go after each mark. */
export const eraseExpired = {
  name: 'job.files.erase-expired',
  everyMinutes: 60,
  runOutside: async (setting: Setting) => {
    const until = performance.now() + longestRunMs;
    for (let marked = batch; marked === batch && performance.now() < until; ) {
      const done = await transact(setting, actor, async (ctx) => {
        const rows = await markExpired(ctx.tx, ctx.now, batch);
        for (const row of rows) await eraseBytesOf(ctx, row);
        return ok(rows.length);
      });
      marked = must(done);
    }
  },
} satisfies RecurringJob;

const arrivingMs = 86_400_000;

/** Bytes whose upload began a day ago and was never entered: the program or the line died in the middle. */
export const eraseLeftArrivals = (ports: FilePorts) =>
  ({
    name: 'job.files.erase-left-arrivals',
    everyMinutes: 60,
    runOutside: async (setting: Setting) => {
      const until = performance.now() + longestRunMs;
      const before = new Date(Date.parse(setting.now()) - arrivingMs).toISOString();
      for (let left: string[]; performance.now() < until; ) {
        left = await inRead(setting, actor, (ctx) => listLeftArrivals(ctx.tx, before));
        if (left.length === 0) return;
        for (const storedAs of left) await dropBytes(setting, ports, storedAs);
      }
    },
  }) satisfies RecurringJob;

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
