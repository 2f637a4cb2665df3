import type { Ctx, RecurringJob } from '@zhengtong/platform';
import { draftDays } from './domain/clocks.ts';
import { eraseAnswers } from './erase-answers.ts';
import { loadCase } from './load-case.ts';
import { recordAction } from './record-action.ts';
import { type CaseRef, listLeftDrafts } from './store-cases.ts';

/** Drafts nobody touched for ninety days lapse; what was typed is erased with them (个人信息保护法 47), and the files when the lapse is heard of. */
export const eraseLeftDrafts: RecurringJob = {
  name: 'job.cases.erase-drafts',
  // Some hundreds a run, so that none holds many rows for long; a large city leaves more than that in a day.
  everyMinutes: 60,
  run: async (ctx) => {
    const before = new Date(Date.parse(ctx.now) - draftDays * 86_400_000).toISOString();
    for (const ref of await listLeftDrafts(ctx.tx, before)) await eraseDraft(ctx, ref);
  },
};

async function eraseDraft(ctx: Ctx, ref: CaseRef): Promise<void> {
  const loaded = await loadCase(ctx, ref, 'change');
  if (loaded?.state.status !== 'draft') return;
  await recordAction(ctx, loaded, { kind: 'lapsed', because: 'draft-left' }, { kind: 'clock', id: 'clock' });
  await eraseAnswers(ctx, loaded.row);
}
