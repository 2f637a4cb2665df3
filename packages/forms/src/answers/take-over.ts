import type { Values } from '../definition/condition.ts';
import type { KindName, Question } from '../definition/definition.ts';
import type { Form } from '../definition/load.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import { isRecord, partOf } from '../kinds/typed.ts';
import type { Answer, Draft } from './draft.ts';
import { isFixed, type Source } from './source.ts';

/** What was answered before: the form of that time, the values that were right in it, and where they are from. */
export type Earlier = { readonly form: Form; readonly values: Values; readonly source: Source };

/**
 * Given anew each time. A declaration is made about what is sent now. A file may have been erased since, and lies with
 * the case it was sent to: it is nobody's to put into another.
 */
const fresh: ReadonlySet<KindName> = new Set(['declaration', 'file']);

/**
 * Takes answers over from an earlier form, so that nobody is asked again. After `prefill`: what a register knows stands.
 * Only where the question is still of the same kind, and only what passes the check of a typed answer today: a choice
 * that is gone or a day that has passed is left to ask.
 */
export function takeOver(form: Form, draft: Draft, earlier: Earlier, context: FormContext): Draft {
  const answers: Record<string, Answer> = { ...draft.answers };
  for (const [key, question] of form.questions) {
    const asked = earlier.form.questions.get(key);
    if (!asked || question.computed || !Object.hasOwn(earlier.values, key)) continue;
    const shape = shapeOf(question);
    if (shape.some(([, kind]) => fresh.has(kind)) || JSON.stringify(shape) !== JSON.stringify(shapeOf(asked))) continue;
    const value = earlier.values[key];
    const before = Object.hasOwn(answers, key) ? answers[key] : undefined;
    const taken = before ? takeParts(before, value, earlier.source) : { typed: value, source: earlier.source };
    const checked = taken && kinds[question.kind].check(taken.typed, question, context);
    if (taken && checked?.ok) answers[key] = { ...taken, typed: checked.value };
  }
  return { answers };
}

/** The kind of a question, and of a group the keys and kinds inside: what the value was an answer to. */
const shapeOf = ({ kind, questions = [] }: Question): (readonly [string, KindName])[] => [
  ['', kind],
  ...questions.map((one) => [one.key, one.kind] as const),
];

/**
 * The parts of an answer that no register knows. Of another person or firm than the registers name now there is nothing
 * to take: the telephone of whom a firm sent last time is not that of whom it sends today.
 */
function takeParts(before: Answer, value: unknown, source: Source): Answer | undefined {
  const { typed, parts } = before;
  if (!parts || !isRecord(typed) || !isRecord(value)) return undefined;
  const isOther = Object.entries(parts).some(
    ([part, known]) => isFixed(known) && partOf(typed, part) !== partOf(value, part),
  );
  const more = Object.entries(value).filter(([part]) => !Object.hasOwn(typed, part));
  if (isOther || more.length === 0) return undefined;
  return {
    typed: { ...typed, ...Object.fromEntries(more) },
    source,
    parts: { ...parts, ...Object.fromEntries(more.map(([part]) => [part, source])) },
  };
}
