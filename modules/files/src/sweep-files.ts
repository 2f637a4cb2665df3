import type { RecurringJob } from '@zhengtong/platform';
import type { FilePorts } from './ports.ts';
import { previewName } from './preview/find-preview.ts';
import { isKept, listExpired, listWaiting, markErased, setScan } from './store.ts';
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

/** Looks into files that came while no scanner answered. An infected one is never opened again. */
export const scanWaiting = (ports: FilePorts): RecurringJob => ({
  name: 'job.files.scan-waiting',
  everyMinutes: 5,
  run: async (ctx) => {
    if (!ports.scanner) return;
    for (const row of await listWaiting(ctx.tx)) {
      const { kind } = await ports.scanner.scan(await ports.storage.read(row.stored_as));
      if (kind === 'away') return;
      await setScan(ctx.tx, row.id, kind);
      if (kind === 'infected') await ports.storage.remove(row.stored_as);
    }
  },
});
