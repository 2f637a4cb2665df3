import type { Question, Section } from '../definition/definition.ts';
import type { Form } from '../definition/load.ts';
import { itemQuestions } from '../kinds/group/check.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import { partOf } from '../kinds/typed.ts';
import { checkQuestions, contextAt } from './check-questions.ts';
import { type Draft, typedOf } from './draft.ts';

/** A question that applies: at which path (`hasWires`, `partners.0.card`), and whether it is answered rightly. */
export type Shown = { readonly path: string; readonly question: Question; readonly isAnswered: boolean };

/** What applies by the answers so far, in order; of a group's entries too what hangs on an answer in them. */
export function listShown(form: Form, draft: Draft, context: FormContext): readonly Shown[] {
  const typed = typedOf(draft);
  return shownIn(form.definition.sections, typed, '', context).flatMap((one) =>
    one.question.kind === 'group' ? [one, ...calledForIn(one.question, typed[one.question.key], context)] : [one],
  );
}

function shownIn(
  sections: readonly Pick<Section, 'when' | 'questions'>[],
  typed: unknown,
  before: string,
  context: FormContext,
): readonly Shown[] {
  const { values, shown } = checkQuestions(kinds, sections, typed, context);
  return sections
    .flatMap(({ questions }) => questions)
    .filter(({ key }) => shown.includes(key))
    .map((question) => ({
      path: `${before}${question.key}`,
      question,
      isAnswered: partOf(values, question.key) !== undefined,
    }));
}

/** An entry left blank is none: nothing is called for there. */
function calledForIn(group: Question, typed: unknown, context: FormContext): readonly Shown[] {
  const sections = [{ questions: itemQuestions(group) }];
  const entries: readonly unknown[] = Array.isArray(typed) ? typed : [];
  return entries
    .flatMap((entry, index) =>
      kinds.group.isEmpty([entry], group)
        ? []
        : shownIn(sections, entry, `${group.key}.${index}.`, contextAt(context, group.key)),
    )
    .filter(({ question }) => question.when);
}
