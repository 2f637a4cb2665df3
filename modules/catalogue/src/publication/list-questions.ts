import type { FormCondition, FormDefinition, FormQuestion as Question } from '../contract.ts';

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

/** The questions a condition asks about. */
export function conditionQuestions(condition: FormCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(conditionQuestions);
  if ('any' in condition) return condition.any.flatMap(conditionQuestions);
  if ('not' in condition) return conditionQuestions(condition.not);
  return [condition.question];
}
