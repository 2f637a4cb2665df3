// Places chosen step by step: which a house has to look up for a page, and whether a page let everything be chosen.
import { idOf, nameOf } from '../answers/check-answers.ts';
import type { Question } from '../definition/definition.ts';
import type { Form } from '../definition/load.ts';
import { idOfStep } from '../kinds/division/field.tsx';
import { findUnoffered } from '../kinds/division/steps.ts';
import type { FormContext, PostBody } from '../kinds/kind.ts';
import { partOf, textOf } from '../kinds/typed.ts';

type PlaceAnswer = { readonly question: Question; readonly path: string; readonly code: string };

/** Every place that is asked for, with what is answered there now; in groups one for each entry. */
function listPlaceAnswers(questions: Iterable<Question>, typed: unknown, before = ''): readonly PlaceAnswer[] {
  return [...questions].flatMap((question): readonly PlaceAnswer[] => {
    const [path, answer] = [`${before}${question.key}`, partOf(typed, question.key)];
    if (question.kind === 'division') return [{ question, path, code: textOf(answer) }];
    if (question.kind === 'address')
      return [{ question, path: `${path}.division`, code: textOf(partOf(answer, 'division')) }];
    if (question.kind !== 'group') return [];
    const entries: readonly unknown[] = Array.isArray(answer) ? answer : [];
    return [...(entries.length > 0 ? entries : [{}]).entries()].flatMap(([index, entry]) =>
      listPlaceAnswers(question.questions ?? [], entry, `${path}.${index}.`),
    );
  });
}

/** Codes as typed of the places answered, and of those the questions ask within: what a page may list the parts of. */
export const listPlaceCodes = (form: Form, typed: unknown): readonly string[] => [
  ...new Set(
    listPlaceAnswers(form.questions.values(), typed)
      .flatMap(({ question, code }) => [question.within ?? '', code])
      .filter((code) => code !== ''),
  ),
];

/**
 * The id of a list that a page could not have yet, since it depends on what was chosen there: the same page is to be
 * shown once more. `typed` is what the page's answers are now, `keys` the questions it asked.
 */
export function findUnofferedPlace(
  form: Form,
  post: PostBody,
  asked: { keys: readonly string[]; typed: unknown },
  context: FormContext,
): string | undefined {
  const here = [...form.questions.values()].filter(({ key, computed }) => asked.keys.includes(key) && !computed);
  for (const { question, path } of listPlaceAnswers(here, asked.typed)) {
    const at = findUnoffered(post, nameOf(path), question, context);
    if (at !== undefined) return idOfStep(idOf(path), at);
  }
  return undefined;
}
