import type { FormDefinition, OnlineItem } from '@zhengtong/catalogue/contract';
import { type Draft, type Form, type FormContext, listPages } from '@zhengtong/forms';
import type { Language } from '@zhengtong/platform';

type Answered = { readonly form: Form; readonly draft: Draft; readonly context: FormContext };

type Questions = readonly { readonly key: string; readonly label: { readonly zh: string; readonly en: string } }[];

const listQuestions = (form: FormDefinition): Questions =>
  (form.sections as readonly { readonly questions: Questions }[]).flatMap((section) => section.questions);

/** Keys of every question of a form: what a correction can point at. */
export const listQuestionKeys = (form: FormDefinition): string[] => listQuestions(form).map((question) => question.key);

/** The questions that apply to the answers and are answered by a person, also those nobody answered, in their order. */
export const listApplying = ({ form, draft, context }: Answered): Questions =>
  listPages(form, draft, context, 'question').map(({ key, title }) => ({ key, label: title }));

/** What people call the things a correction can point at: questions and materials. */
export function listQuestionLabels(
  { form, materials }: Pick<OnlineItem, 'form' | 'materials'>,
  lang: Language = 'zh',
): Map<string, string> {
  return new Map([
    ...listQuestions(form).map((question) => [question.key, question.label[lang]] as const),
    ...materials.map(({ key, name, nameEn }) => [key, lang === 'en' ? (nameEn ?? name) : name] as const),
  ]);
}
