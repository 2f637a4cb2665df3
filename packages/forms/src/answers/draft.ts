import type { Instant } from '@zhengtong/kernel';
import type { Values } from '../definition/condition.ts';
import type { Question } from '../definition/definition.ts';
import { listSources } from '../definition/formula.ts';
import type { Form } from '../definition/load.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import { isRecord, partOf } from '../kinds/typed.ts';
import { type AnswersChecked, checkAnswers } from './check-answers.ts';
import { isFixed, type Source } from './source.ts';

/** One answer as it was given, right or wrong, with where it came from. */
export type Answer = {
  readonly typed: unknown;
  readonly source: Source;
  /** Of an answer of several parts (a person, a firm, an address): the source of each part that was known before. */
  readonly parts?: Readonly<Record<string, Source>>;
};

/** A form half filled in: plain JSON, saved after each page, taken up again on any device. Nothing typed is lost. */
export type Draft = { readonly answers: Readonly<Record<string, Answer>> };

export const emptyDraft: Draft = { answers: {} };

export type Writer = { readonly by: string; readonly at: Instant; readonly for?: string };

export const typedOf = (draft: Draft): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(draft.answers).map(([key, { typed }]) => [key, typed]));

/** Checked values with the source of each (`applicant`, and of parts known before `applicant.name`), as they are filed. */
export type Filed = AnswersChecked & { readonly sources: Readonly<Record<string, Source>> };

export function checkDraft(form: Form, draft: Draft, context: FormContext): Filed {
  const checked = checkAnswers(form, typedOf(draft), context);
  const sources: Record<string, Source> = {};
  for (const key of Object.keys(checked.values)) {
    const question = form.questions.get(key);
    const source = question?.computed
      ? ({ kind: 'computed', of: listSources(question.computed) } as const)
      : draft.answers[key]?.source;
    if (source) sources[key] = source;
    for (const [part, known] of Object.entries((!question?.computed && draft.answers[key]?.parts) || {}))
      sources[`${key}.${part}`] = known;
  }
  return { ...checked, sources };
}

/**
 * Puts answers into a draft. What is fixed by a register and what the server works out is not touched, whatever is
 * sent; an answer that says the same as before keeps its source, so that looking at a page makes nobody its author.
 * `undefined` takes an answer away.
 */
export function putAnswers(form: Form, draft: Draft, typed: Values, writer: Writer, context: FormContext): Draft {
  const answers: Record<string, Answer> = { ...draft.answers };
  for (const [key, value] of Object.entries(typed)) {
    const question = form.questions.get(key);
    const before = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (!question || question.computed || (isFixed(before?.source) && !before?.parts)) continue;
    const now = keepFixedParts(before, value);
    if (now === undefined) delete answers[key];
    else if (!before || !saysTheSame(question, before.typed, now, context))
      answers[key] = { typed: now, source: { kind: 'typed', ...writer }, ...keepSources(before, now) };
  }
  return { answers };
}

/** Parts that a register fixes stay as they were, whatever is sent, even when nothing is. */
function keepFixedParts(before: Answer | undefined, now: unknown): unknown {
  const fixed = Object.entries(before?.parts ?? {}).filter(([, source]) => isFixed(source));
  if (fixed.length === 0) return now;
  const kept = Object.fromEntries(fixed.map(([part]) => [part, partOf(before?.typed, part)]));
  return { ...(isRecord(now) ? now : {}), ...kept };
}

/** A part that says the same as before keeps its source. */
function keepSources(before: Answer | undefined, now: unknown): Pick<Answer, 'parts'> {
  const same = Object.entries(before?.parts ?? {}).filter(
    ([part]) => partOf(before?.typed, part) === partOf(now, part),
  );
  return same.length > 0 ? { parts: Object.fromEntries(same) } : {};
}

function saysTheSame(question: Question, before: unknown, now: unknown, context: FormContext): boolean {
  if (JSON.stringify(before) === JSON.stringify(now)) return true;
  // A blank entry more says nothing new, and yet the person has just asked for it.
  if (Array.isArray(before) && Array.isArray(now) && before.length !== now.length) return false;
  const [a, b] = [before, now].map((typed) => kinds[question.kind].check(typed, question, context));
  return a?.ok === true && b?.ok === true && JSON.stringify(a.value) === JSON.stringify(b.value);
}
