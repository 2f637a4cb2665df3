import type { Sentence } from '@zhengtong/standards';
import { checkQuestions } from '../answers/check-questions.ts';
import { type Draft, typedOf } from '../answers/draft.ts';
import { listSources } from '../definition/formula.ts';
import type { Form } from '../definition/load.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';

export type FormPage = {
  /** Of the question, or of the section; part of the page's address. */
  readonly key: string;
  readonly title: Sentence;
  readonly questions: readonly string[];
  /** Everything on it is answered rightly. */
  readonly isDone: boolean;
  /** Everything on it was known before: it need not be asked, only shown for checking. */
  readonly isKnown: boolean;
};

/**
 * The pages that apply to the answers so far: one question a page, one section a page, or all on one. Declarations
 * belong to the end of the form and so to the page where the answers are checked; they are pages like the others here.
 * What is worked out is no page by itself: there is nothing on it to fill in.
 */
export function listPages(
  form: Form,
  draft: Draft,
  context: FormContext,
  by: 'question' | 'section' | 'all',
): readonly FormPage[] {
  const typed = typedOf(draft);
  const { values, faults, shown } = checkQuestions(kinds, form.definition.sections, typed, context);
  const computedOf = (key: string) => form.questions.get(key)?.computed;
  // A result out of its bounds is put right where what it is made of was answered.
  const rootsOf = (key: string): readonly string[] => {
    const computed = computedOf(key);
    return computed ? listSources(computed).flatMap((one) => rootsOf(one.split('.')[0] ?? '')) : [key];
  };
  const wrong = new Set(faults.flatMap(({ path }) => rootsOf(path.split('.')[0] ?? '')));
  const page = (key: string, title: Sentence, keys: readonly string[]): FormPage => {
    const questions = keys.filter((one) => shown.includes(one));
    const known = (one: string): boolean =>
      computedOf(one) !== undefined ||
      (Object.hasOwn(values, one) && draft.answers[one] !== undefined && draft.answers[one].source.kind !== 'typed');
    return {
      key,
      title,
      questions,
      isDone: questions.every((one) => !wrong.has(one)),
      isKnown: questions.every(known),
    };
  };
  const { sections, title } = form.definition;
  const pages =
    by === 'all'
      ? [page('all', title, [...form.questions.keys()])]
      : by === 'section'
        ? sections.map((one) =>
            page(
              one.key,
              one.title,
              one.questions.map(({ key }) => key),
            ),
          )
        : [...form.questions].map(([key, { label }]) => page(key, label, [key]));
  return pages.filter(({ questions }) => questions.some((key) => !computedOf(key)));
}

/** The page after one that still has to be asked; undefined when only checking is left. */
export function findNextPage(pages: readonly FormPage[], after?: string): FormPage | undefined {
  const at = after === undefined ? -1 : pages.findIndex(({ key }) => key === after);
  return pages.slice(at + 1).find(({ isKnown }) => !isKnown);
}
