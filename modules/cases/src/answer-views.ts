import type { FileView } from '@zhengtong/files';
import { isFixed, type Question, sayAnswer, saySources } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import { listFileIds } from './answer-files.ts';
import type { CaseView } from './contract.ts';
import { type Sight, sightOf } from './domain/field-rights.ts';
import { listSecrets, maskAnswer, type SecretKind } from './domain/secret-places.ts';
import type { Erased } from './erased-files.ts';
import type { LoadedCase } from './load-case.ts';
import { toFileLine } from './material-views.ts';
import { listApplying } from './question-keys.ts';
import { loadAnswerPlaces, readAnswers } from './read-answers.ts';

/** One answer as the reader's posts may see it, with what in it could be shown whole for a reason. */
export type SeenAnswer = CaseView['answers'][number] & {
  readonly secrets: readonly { readonly field: string; readonly label: string; readonly text: string }[];
};

/** Files that answers of this case name: those that are there, and those erased since; where neither is given, none is looked up. */
export type NamedFiles = { readonly named?: readonly FileView[]; readonly erased?: ReadonlyMap<string, Erased> };

type Answered = ReturnType<typeof readAnswers> & Required<Pick<NamedFiles, 'named'>>;

/** The one place that turns answers into something an officer sees: by post and state, never more. */
export async function listAnswers(
  ctx: Ctx,
  loaded: LoadedCase,
  { named, erased }: NamedFiles = {},
  lang: 'zh' | 'en' = 'zh',
): Promise<SeenAnswer[]> {
  const { state, item } = loaded;
  const places = await loadAnswerPlaces(ctx, loaded);
  const answered: Answered = { named: named ?? [], ...readAnswers(ctx, loaded, { files: named, erased, places }) };
  return answered.form.definition.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      if (!Object.hasOwn(answered.values, question.key)) return [];
      const secrets = listSecrets(question, answered.values[question.key]);
      const field = { key: question.key, isPersonal: secrets.length > 0 };
      const sight = sightOf(field, { status: state.status, roles: ctx.actor.roles }, item.process.fieldRights);
      return [{ section: section.title[lang], ...seen(answered, question, sight, lang) }];
    }),
  );
}

/** The questions that apply to the answers, also those nobody answered. */
export function listQuestions(
  ctx: Ctx,
  loaded: LoadedCase,
  { named, erased }: NamedFiles,
  lang: 'zh' | 'en',
): CaseView['questions'] {
  return listApplying(readAnswers(ctx, loaded, { files: named, erased })).map(({ key, label }) => ({
    key,
    label: label[lang],
  }));
}

function seen(
  { form, values, sources, context, named }: Answered,
  question: Question,
  sight: Sight,
  lang: 'zh' | 'en',
) {
  const { key } = question;
  const plain = {
    key,
    label: question.label[lang],
    sight,
    lines: [] as string[],
    source: null,
    isFixed: isFixed(sources[key]) && !Object.keys(sources).some((one) => one.startsWith(`${key}.`)),
    secrets: [],
    files: [],
  };
  if (sight === 'hidden') return plain;
  const say = (value: unknown): string[] => [...sayAnswer(form, key, value, context, lang)];
  const source = saySources(sources, key, lang, 'office') ?? null;
  const value = values[key];
  if (sight === 'plain') {
    const ids = new Set(listFileIds({ it: { typed: value } }));
    return { ...plain, lines: say(value), source, files: named.filter(({ id }) => ids.has(id)).map(toFileLine) };
  }
  const found = listSecrets(question, value);
  // An item may shut any answer: one that holds no number of a known form is covered whole.
  const lines = found.length > 0 ? say(maskAnswer(question, value)) : ['***'];
  const secrets =
    found.length > 0
      ? found.map(({ path, kind, text }) => ({ field: path, label: kindLabels[kind][lang], text }))
      : [{ field: key, label: question.label[lang], text: say(value).join('、') }];
  return { ...plain, lines, source, secrets: sight === 'on-reason' ? secrets : [] };
}

export const kindLabels: Readonly<Record<SecretKind, { readonly zh: string; readonly en: string }>> = {
  'identity-number': { zh: '证件号码', en: 'Identity number' },
  'bank-card': { zh: '银行卡号', en: 'Bank card' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '电子邮箱', en: 'E-mail' },
};
