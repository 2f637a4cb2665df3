import type { FormDefinition } from '@zhengtong/catalogue/contract';

/** Keys of every question of a form: what a correction can point at. */
export function listQuestionKeys(form: FormDefinition): string[] {
  const sections = form.sections as readonly { readonly questions: readonly { readonly key: string }[] }[];
  return sections.flatMap((section) => section.questions.map((question) => question.key));
}
