import { must, ok } from '@zhengtong/kernel';
import { inRead, type RecurringJob, type Setting, systemActor, transact } from '@zhengtong/platform';
import { eraseBytesOf } from './erase-bytes.ts';
import type { FilePorts } from './ports.ts';
import { dropBytes } from './receive-file.ts';
import { markExpired } from './store.ts';
import { listLeftArrivals } from './store-arrivals.ts';

/** A run ends before another worker would take it for dead; the rest wait for the next. */
export const longestRunMs = 60_000;
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
