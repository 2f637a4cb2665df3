import type { FormDefinition, FormQuestion as Question } from '../contract.ts';

/** A question with the name conditions call it by, and where it stands in the form. */
export type QuestionAt = { readonly path: string; readonly at: string; readonly question: Question };

/** All questions of a form, those of groups after their group as `group.question`. */
export function listQuestions(form: FormDefinition): QuestionAt[] {
  return form.sections.flatMap((section, s) =>
    section.questions.flatMap((question, q) => withInner(question, question.key, `/form/sections/${s}/questions/${q}`)),
  );
}

function withInner(question: Question, path: string, at: string): QuestionAt[] {
  const inner = (question.questions ?? []).flatMap((one, i) =>
    withInner(one, `${path}.${one.key}`, `${at}/questions/${i}`),
  );
  return [{ path, at, question }, ...inner];
}

/** The questions a condition asks about; undefined for what is no condition of the form language. */
export function conditionQuestions(given: unknown): string[] | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { all, any, not, question } = given as Record<string, unknown>;
  const inner = all ?? any ?? (not === undefined ? undefined : [not]);
  if (!Array.isArray(inner)) return typeof question === 'string' ? [question] : undefined;
  const asked = inner.map(conditionQuestions);
  return asked.includes(undefined) ? undefined : asked.flatMap((one) => one ?? []);
}
