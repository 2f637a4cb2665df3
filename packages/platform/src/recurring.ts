import { createHash } from 'node:crypto';
import { defineEvent, type Instant, ok, toInstant } from '@zhengtong/kernel';
import Type from 'typebox';
import { type Ctx, newRecords, systemActor } from './context.ts';
import { defineJob, schedule } from './delivery/emit.ts';
import { type Listener, listenOutside, onJob } from './delivery/listen.ts';
import { type Setting, transact } from './transact.ts';

/** Work that comes again: sweeps, reminders, erasing. Each run is a delivery like any other: seen, retried, parked. */
export type RecurringJob = {
  /** `job.` and the module's name first: `job.files.erase-expired`. Unique in the house. */
  readonly name: string;
  readonly everyMinutes: number;
} & (
  | { readonly run: (ctx: Ctx) => Promise<void> }
  /** With no transaction open, for what asks something outside and takes its time; each outcome is a command of its own. */
  | { readonly runOutside: (setting: Setting) => Promise<void> }
);

const tickOf = (job: RecurringJob) => defineJob(defineEvent(job.name, Type.Object({})));

// The whole house's work belongs to no division; the country's code stands for it.
const everywhere = '000000';

/** Puts the next run of each job on the list; several programs at once put it there once. */
export async function scheduleRecurring(setting: Setting, jobs: readonly RecurringJob[]): Promise<void> {
  const ctx: Ctx = {
    tx: setting.db,
    actor: systemActor('platform'),
    now: setting.now(),
    keys: setting.keys,
    records: newRecords(),
  };
  for (const job of jobs) await scheduleNext(ctx, job);
}

export function recurringListeners(jobs: readonly RecurringJob[]): Listener[] {
  return jobs.map((job) => {
    const tick = tickOf(job);
    if ('run' in job)
      return onJob(tick, async (ctx) => {
        await job.run(ctx);
        await scheduleNext(ctx, job);
      });
    return listenOutside(tick.name, tick, async (setting) => {
      // Put on the list first: what fails today is tried again, and tomorrow's does not wait for it.
      await transact(setting, systemActor(tick.name), async (ctx) => ok(await scheduleNext(ctx, job)));
      await job.runOutside(setting);
    });
  });
}

async function scheduleNext(ctx: Ctx, job: RecurringJob): Promise<void> {
  const dueAt = nextSlot(ctx.now, job.everyMinutes);
  const news = { event: tickOf(job), divisionCode: everywhere, key: job.name, payload: {} };
  await schedule(ctx, news, dueAt, slotId(job.name, dueAt));
}

/** The start of the next whole period, so that every program names the same slot. */
function nextSlot(now: Instant, everyMinutes: number): Instant {
  const period = everyMinutes * 60_000;
  return toInstant((Math.floor(Date.parse(now) / period) + 1) * period);
}

/** An id made of name and slot (UUIDv8, RFC 9562): whoever schedules the same again finds the row that is there. */
export function slotId(name: string, dueAt: Instant): string {
  const hex = createHash('sha256').update(`${name} ${dueAt}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
