import { findFiles } from '@zhengtong/files';
import { sayAnswer } from '@zhengtong/forms';
import type { Ctx, Language } from '@zhengtong/platform';
import { listFileIds } from './answer-files.ts';
import { openAnswers } from './answers.ts';
import type { TimelineEntry } from './contract.ts';
import type { Recorded, Standing } from './domain/action.ts';
import { sightOf } from './domain/field-rights.ts';
import { listSecrets, maskAnswer } from './domain/secret-places.ts';
import { answersContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import type { LoadedCase } from './load-case.ts';
import { listQuestionLabels } from './question-keys.ts';
import { loadPlaces } from './real-places.ts';

const words = {
  zh: { colon: '：', comma: '、', to: ' → ', nothing: '（无）', unseen: '（不向本岗位显示）' },
  en: { colon: ': ', comma: ', ', to: ' → ', nothing: '(nothing)', unseen: '(not visible to this post)' },
} as const;

type Answered = Recorded & { readonly kind: 'correction-answered' };

/**
 * What a correction changed, old and new as this reader's posts see the answer itself, numbers masked; and what it left as
 * it was, with the applicant's word.
 */
export async function tellCorrected(
  ctx: Ctx,
  { row, item, state, actions }: LoadedCase,
  answered: Answered,
  lang: Language,
): Promise<TimelineEntry['said']> {
  const { changed = [], left = [] } = answered;
  const asked = actions.findLast((one) => one.kind === 'correction-asked' && one.seq < answered.seq);
  const was = asked?.kind === 'correction-asked' ? (asked.was ?? []) : [];
  const labels = listQuestionLabels(item, lang);
  const labelOf = (key: string) => labels.get(key) ?? key;
  const { colon, comma, to, nothing, unseen } = words[lang];
  const form = formOf(item);
  const ids = [...was, ...changed].flatMap(({ value }) => listFileIds({ it: { typed: value } }));
  const files = (await findFiles(ctx, ids)).filter(({ caseId }) => caseId === row.id);
  const typed = [...was, ...changed].map(({ at, value }) => ({ [at]: value }));
  const places = await loadPlaces(ctx, row.division_code, form, ...typed);
  const context = answersContextOf(ctx, row, openAnswers(ctx, row.answers), { files, places });

  const mayNotSee = (key: string, stood: readonly (Standing | undefined)[]): boolean => {
    const question = form.questions.get(key);
    const isPersonal = question !== undefined && stood.some((one) => listSecrets(question, one?.value).length > 0);
    const reader = { status: state.status, roles: ctx.actor.roles };
    const sight = sightOf({ key, isPersonal }, reader, item.process.fieldRights);
    // Covered whole on the page too: an item may shut an answer that holds no number of a known form.
    return sight === 'hidden' || (sight !== 'plain' && !isPersonal);
  };
  const say = (stood: Standing | undefined): string => {
    if (stood?.files?.length) return stood.files.map(({ fileName }) => fileName).join(comma);
    const question = form.questions.get(stood?.at ?? '');
    const value = question && maskAnswer(question, stood?.value ?? undefined);
    return (question ? sayAnswer(form, question.key, value, context, lang).join(comma) : '') || nothing;
  };
  const lines = changed.map((now) => {
    const before = was.find(({ at }) => at === now.at);
    const text = mayNotSee(now.at, [before, now]) ? unseen : `${say(before)}${to}${say(now)}`;
    return { key: 'changed', text: `${labelOf(now.at)}${colon}${text}` };
  });
  return [...lines, ...left.map(({ at, word }) => ({ key: 'leftAsIs', text: `${labelOf(at)}${colon}${word}` }))];
}
