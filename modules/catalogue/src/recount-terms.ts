import type { RecurringJob } from '@zhengtong/platform';
import { countTerms } from './store-search.ts';

/** BM25 needs to know how rare a token is; an hour's delay changes no rank anybody would see. */
export const recountTerms: RecurringJob = {
  name: 'job.catalogue.recount-terms',
  everyMinutes: 60,
  run: (ctx) => countTerms(ctx.tx),
};
