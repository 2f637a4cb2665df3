import { retentionOf } from '@zhengtong/catalogue';
import { keepFilesUntil } from '@zhengtong/files';
import { type Ctx, type Listener, listen, type RecurringJob, runParts } from '@zhengtong/platform';
import { CaseDelivered, CaseLapsed, CaseNotAccepted, CaseWithdrawn } from './contract-events.ts';
import { papersKeptUntil } from './domain/papers-kept.ts';
import { eraseAnswers } from './erase-answers.ts';
import { loadCase } from './load-case.ts';
import { type CaseRef, listUnsettled, updateCasePart } from './store-cases.ts';

/**
 * The files of a case that ended get the day until which they are kept. From its log alone: told twice, it is the same day.
 * What was typed into a draft that was taken back has gone already, except of those taken back before that was so.
 */
async function keepPapers(ctx: Ctx, { divisionCode, caseId }: CaseRef): Promise<void> {
  const loaded = await loadCase(ctx, { divisionCode, caseId }, 'change');
  if (!loaded) return;
  const until = papersKeptUntil(loaded.actions, retentionOf(loaded.item));
  if (until) await keepFilesUntil(ctx, caseId, until);
  if (!loaded.row.submitted_at) await eraseAnswers(ctx, loaded.row);
  await runParts(ctx.tx, [updateCasePart(loaded.row, { papers_settled: true })]);
}

/** Cases that ended before papers had an end, some at a time until none is left (decision 0016). */
export const settlePapers: RecurringJob = {
  name: 'job.cases.settle-papers',
  everyMinutes: 60,
  run: async (ctx) => {
    for (const ref of await listUnsettled(ctx.tx, 200)) await keepPapers(ctx, ref);
  },
};

export const keepPapersListeners: readonly Listener[] = [
  listen('cases.keep-papers-on-delivered', CaseDelivered, keepPapers),
  listen('cases.keep-papers-on-not-accepted', CaseNotAccepted, keepPapers),
  listen('cases.keep-papers-on-withdrawn', CaseWithdrawn, keepPapers),
  listen('cases.keep-papers-on-lapsed', CaseLapsed, keepPapers),
];
