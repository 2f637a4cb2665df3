import type { Sentence } from '@zhengtong/standards';
import type { Values } from '../definition/condition.ts';
import type { Form } from '../definition/load.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import { isRecord } from '../kinds/typed.ts';
import { checkOne, checkQuestions } from './check-questions.ts';

/** What is wrong, where, and in plain words. `id` is that of the field in the page, for the link of the error summary. */
export type AnswerError = {
  /** `applicant.idNumber`, `partners.0.name` */
  readonly path: string;
  readonly id: string;
  readonly kind: string;
  readonly say: Sentence;
};

export type AnswersChecked = {
  /** Right answers to questions that apply; complete when there is no error. */
  readonly values: Values;
  readonly errors: readonly AnswerError[];
  /** Keys of the questions that apply, in order. */
  readonly shown: readonly string[];
};

/** The name a question is posted under, and the id of its field. */
export const nameOf = (path: string): string => `q.${path}`;
export const idOf = (path: string): string => nameOf(path).replaceAll('.', '-');

const toError = ({ path, kind, say }: { path: string; kind: string; say: Sentence }): AnswerError => ({
  path,
  id: idOf(path),
  kind,
  say,
});

/**
 * Checks all answers, typed in a page or given as JSON: both come out as the same values. The JSON Schema is the last
 * gate, so that nothing leaves this function as right which the published schema calls wrong.
 */
export function checkAnswers(form: Form, typed: unknown, context: FormContext): AnswersChecked {
  const { values, faults, shown } = checkQuestions(kinds, form.definition.sections, typed, context);
  const errors = [...findStrangers(form, typed), ...faults.map(toError)];
  if (errors.length === 0 && !form.validate(values)) errors.push(...tellGate(form));
  return { values, errors, shown };
}

/** The answer to one question by itself, while the rest is still to come. Empty where it may stay as it is. */
export function checkAnswer(form: Form, key: string, typed: unknown, context: FormContext): readonly AnswerError[] {
  const question = form.questions.get(key);
  if (!question || question.computed) return [];
  const checked = checkOne(kinds[question.kind], question, typed, context);
  if (checked === undefined || checked.ok) return [];
  return checked.faults.map((fault) => toError({ ...fault, path: fault.path === '' ? key : `${key}.${fault.path}` }));
}

/** JSON callers are told of keys no question has; a page cannot send any. */
function findStrangers(form: Form, typed: unknown): AnswerError[] {
  if (!isRecord(typed)) {
    const say = { zh: '答案应是一个对象。', en: 'Answers are an object.' };
    return [{ path: '', id: 'q', kind: 'not-an-object', say }];
  }
  return Object.keys(typed)
    .filter((key) => !form.questions.has(key))
    .map((key) =>
      toError({
        path: key,
        kind: 'unknown-question',
        say: { zh: `表单里没有“${key}”这个问题。`, en: `The form does not ask "${key}".` },
      }),
    );
}

function tellGate(form: Form): AnswerError[] {
  return (form.validate.errors ?? []).map(({ instancePath, params }) => {
    const path = [...instancePath.split('/').slice(1), params.missingProperty].filter(Boolean).join('.');
    const label = form.questions.get(path.split('.')[0] ?? '')?.label ?? form.definition.title;
    return toError({
      path,
      kind: 'not-as-schema',
      say: { zh: `“${label.zh}”填写得不对，请核对。`, en: `Check the answer to "${label.en}".` },
    });
  });
}
