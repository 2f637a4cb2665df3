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
 * `person.idNumber`), and then has the source of its first part.
 */
export function prefill(form: Form, draft: Draft, known: readonly Known[], context: FormContext): Draft {
  const byPath = new Map(known.map((one) => [one.path, one]));
  const answers: Record<string, Answer> = { ...draft.answers };
  for (const [key, question] of form.questions) {
    if (!question.prefill || question.computed || Object.hasOwn(answers, key)) continue;
    const found = byPath.get(question.prefill) ?? gather(question, byPath);
    if (!found) continue;
    const checked = kinds[question.kind].check(found.value, question, context);
    if (checked.ok) answers[key] = { typed: checked.value, source: found.source };
  }
  return { answers };
}

const parts: Readonly<Record<string, readonly string[]>> = {
  person: ['name', 'idKind', 'idNumber', 'phone', 'email'],
  firm: ['name', 'creditCode', 'legalRepresentative', 'phone', 'address'],
  address: ['division', 'detail'],
  period: ['from', 'to'],
};

function gather(question: Question, byPath: ReadonlyMap<string, Known>): Known | undefined {
  const found = (parts[question.kind] ?? []).flatMap((part) => {
    const known = byPath.get(`${question.prefill}.${part}`);
    return known ? [[part, known] as const] : [];
  });
  const first = found[0]?.[1];
  if (!first) return undefined;
  return {
    path: question.prefill ?? '',
    value: Object.fromEntries(found.map(([part, one]) => [part, one.value])),
    source: first.source,
  };
}
