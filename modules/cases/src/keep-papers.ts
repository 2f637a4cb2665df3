import { retentionOf } from '@zhengtong/catalogue';
import { keepFilesUntil } from '@zhengtong/files';
import { type Ctx, type Listener, listen } from '@zhengtong/platform';
import { CaseDelivered, CaseLapsed, CaseNotAccepted, CaseWithdrawn } from './contract-events.ts';
import { papersKeptUntil } from './domain/papers-kept.ts';
import { loadCase } from './load-case.ts';
import type { CaseRef } from './store-cases.ts';

/** The files of a case that ended get the day until which they are kept. From its log alone: told twice, it is the same day. */
async function keepPapers(ctx: Ctx, { divisionCode, caseId }: CaseRef): Promise<void> {
  const loaded = await loadCase(ctx, { divisionCode, caseId }, 'read');
  const until = loaded && papersKeptUntil(loaded.actions, retentionOf(loaded.item));
  if (until) await keepFilesUntil(ctx, caseId, until);
}

export const keepPapersListeners: readonly Listener[] = [
  listen('cases.keep-papers-on-delivered', CaseDelivered, keepPapers),
  listen('cases.keep-papers-on-not-accepted', CaseNotAccepted, keepPapers),
  listen('cases.keep-papers-on-withdrawn', CaseWithdrawn, keepPapers),
  listen('cases.keep-papers-on-lapsed', CaseLapsed, keepPapers),
];
