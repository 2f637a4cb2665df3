import { type Lang, SummaryList, type SummaryRow } from '@zhengtong/ui';
import type { AnswerError } from '../answers/check-answers.ts';
import { checkDraft, type Draft } from '../answers/draft.ts';
import { isFixed, saySources } from '../answers/source.ts';
import type { Values } from '../definition/condition.ts';
import type { Question } from '../definition/definition.ts';
import type { Form } from '../definition/load.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import { isRecord, textOf } from '../kinds/typed.ts';
import { sayError } from './error-lines.ts';

export type AnswerSummaryProps = {
  form: Form;
  draft: Draft;
  context: FormContext;
  /** Where an answer is changed; no link where absent, nor beside what a register fixes or the server works out. */
  changeHref?: ((key: string) => string) | undefined;
  lang?: Lang | undefined;
};

/** Check your answers: everything that applies, section by section, with its source, its error and a way to change it. */
export function AnswerSummary({ form, draft, context, changeHref, lang = 'zh' }: AnswerSummaryProps) {
  const { values, sources, errors, shown } = checkDraft(form, draft, context);
  const isUntold = (key: string) => !Object.hasOwn(values, key) && errorOf(key, errors) === undefined;
  return (
    <>
      {form.definition.sections.map((section) => {
        const rows = section.questions
          // What the server works out is told once there is something to tell.
          .filter(({ key, computed }) => shown.includes(key) && !(computed && isUntold(key)))
          .map((question): SummaryRow => {
            const canChange =
              changeHref && !question.computed && !isWhollyFixed(question.key, draft, values[question.key]);
            return {
              source: Object.hasOwn(values, question.key) ? saySources(sources, question.key, lang) : undefined,
              ...tell(question, draft.answers[question.key]?.typed, values, context, lang),
              error: sayFirst(question, errors, lang),
              changeHref: canChange ? changeHref(question.key) : undefined,
            };
          });
        return rows.length > 0 ? (
          <SummaryList key={section.key} title={section.title[lang]} rows={rows} lang={lang} />
        ) : null;
      })}
    </>
  );
}

/** Fixed as a whole, or in every part it has. */
function isWhollyFixed(key: string, draft: Draft, value: unknown): boolean {
  const answer = draft.answers[key];
  if (!answer?.parts) return isFixed(answer?.source);
  const parts = answer.parts;
  return isRecord(value) && Object.keys(value).every((part) => isFixed(parts[part]));
}

function tell(question: Question, typed: unknown, values: Values, context: FormContext, lang: Lang): SummaryRow {
  const label = question.label[lang];
  if (!Object.hasOwn(values, question.key)) return { label, value: typedWords(question, typed) };
  const lines = kinds[question.kind].summarise(values[question.key], question, lang, context);
  const value = lines.length > 1 ? lines.map((line) => <p key={line}>{line}</p>) : lines[0];
  return { label, value };
}

/** A wrong answer as it was typed, so that the error beside it makes sense; nothing where nothing was that can be seen. */
function typedWords(question: Question, typed: unknown): string | undefined {
  if (kinds[question.kind].isEmpty(typed, question)) return undefined;
  const words = isRecord(typed) ? Object.values(typed).map(textOf) : [textOf(typed)];
  return words.filter(Boolean).join(' ') || undefined;
}

const errorOf = (key: string, errors: readonly AnswerError[]): AnswerError | undefined =>
  errors.find(({ path }) => path === key || path.startsWith(`${key}.`));

/** The first error. Of a group it says in which entry; the label of anything else stands beside it already. */
function sayFirst(question: Question, errors: readonly AnswerError[], lang: Lang): string | undefined {
  const { key, kind } = question;
  const error = errorOf(key, errors);
  return error && kind === 'group' && error.path !== key ? sayError(question, error, lang) : error?.say[lang];
}

/** One answer in plain lines: for letters, slips and the staff's case page, which do not use this markup. */
export const sayAnswer = (
  form: Form,
  key: string,
  value: unknown,
  context: FormContext,
  lang: Lang,
): readonly string[] => {
  const question = form.questions.get(key);
  return question && value !== undefined ? kinds[question.kind].summarise(value, question, lang, context) : [];
};
