import type { Question } from '../definition/definition.ts';
import type { Form } from '../definition/load.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import type { Answer, Draft } from './draft.ts';
import type { Source } from './source.ts';

/** Something the house knows about the person or firm: `person.name` and its value, in the form the kind keeps. */
export type Known = { readonly path: string; readonly value: unknown; readonly source: Source };

/**
 * Fills in what is known, so that nobody is asked for it again. Only empty questions are filled, and only with values
 * that pass the same check as a typed one. A person or firm is put together from its parts (`person.name`,
 * `person.idNumber`), each with its own source; only the parts nobody knows are left to ask.
 */
export function prefill(form: Form, draft: Draft, known: readonly Known[], context: FormContext): Draft {
  const byPath = new Map(known.map((one) => [one.path, one]));
  const answers: Record<string, Answer> = { ...draft.answers };
  for (const [key, question] of form.questions) {
    if (!question.prefill || question.computed || Object.hasOwn(answers, key)) continue;
    const found = byPath.get(question.prefill);
    const checked = found && kinds[question.kind].check(found.value, question, context);
    if (found && checked?.ok) answers[key] = { typed: checked.value, source: found.source };
    else {
      const gathered = gather(question, byPath, context);
      if (gathered) answers[key] = gathered;
    }
  }
  return { answers };
}

const parts: Readonly<Record<string, readonly string[]>> = {
  person: ['name', 'idKind', 'idNumber', 'phone', 'email'],
  firm: ['name', 'creditCode', 'legalRepresentative', 'phone', 'address'],
  address: ['division', 'detail'],
  period: ['from', 'to'],
};

/** What is known of the parts, less what the check finds wrong; parts not known are left for the person. */
function gather(question: Question, byPath: ReadonlyMap<string, Known>, context: FormContext): Answer | undefined {
  const found = (parts[question.kind] ?? []).flatMap((part): [string, Known][] => {
    const known = byPath.get(`${question.prefill}.${part}`);
    return known ? [[part, known]] : [];
  });
  const number = found.find(([part]) => part === 'idNumber')?.[1];
  // A number without a word about the document is the resident number: the kind is as known as the number.
  if (number && !found.some(([part]) => part === 'idKind'))
    found.push(['idKind', { ...number, value: 'resident-card' }]);
  const typed = (of: readonly [string, Known][]) => Object.fromEntries(of.map(([part, one]) => [part, one.value]));
  const checked = kinds[question.kind].check(typed(found), question, context);
  const wrong = checked.ok ? [] : checked.faults.filter(({ kind }) => kind !== 'missing').map(({ path }) => path);
  const right = found.filter(([part]) => !wrong.includes(part));
  const first = right[0]?.[1];
  if (!first) return undefined;
  return {
    typed: typed(right),
    source: first.source,
    parts: Object.fromEntries(right.map(([part, one]) => [part, one.source])),
  };
}
