import { type Draft, emptyDraft } from '@zhengtong/forms';
import { type Ctx, seal, unseal } from '@zhengtong/platform';

/** Answers lie sealed: they are the most personal thing the house keeps. */
export const sealAnswers = ({ keys }: Pick<Ctx, 'keys'>, draft: Draft): string =>
  seal(keys, 'cases.answers', JSON.stringify(draft));

export const openAnswers = ({ keys }: Pick<Ctx, 'keys'>, sealed: string): Draft =>
  sealed === '' ? emptyDraft : (JSON.parse(unseal(keys, 'cases.answers', sealed)) as Draft);
