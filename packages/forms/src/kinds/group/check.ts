import { checkQuestions, type Kinds } from '../../answers/check-questions.ts';
import type { Question } from '../../definition/definition.ts';
import { isNeeded, ruleOf } from '../../definition/rule-schema.ts';
import {
  bad,
  type Checked,
  type Fault,
  type FormContext,
  good,
  type JsonSchema,
  type Kind,
  type PostBody,
} from '../kind.ts';
import { isBlank, isRecord, partOf } from '../typed.ts';

/** Where nothing else is said: enough for partners and children, too few to fill a server's memory. */
export const mostItems = 50;

export const itemQuestions = ({ questions = [] }: Question): readonly Question[] => questions;

/** The numbers of entries in a post: `q.partners.3.name` has 3. Gaps are closed; absurd numbers are not looked at. */
function listIndexes(post: PostBody, name: string): readonly number[] {
  const found = new Set<number>();
  for (const key of Object.keys(post)) {
    const rest = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : '';
    const index = /^(0|[1-9]\d{0,2})\./.exec(rest)?.[1];
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b);
}

export function makeChecking(kinds: Kinds): Pick<Kind, 'read' | 'write' | 'isEmpty' | 'check' | 'schemaOf'> {
  const isEntryEmpty = (entry: unknown, question: Question): boolean =>
    itemQuestions(question).every((one) => one.computed || kinds[one.kind].isEmpty(partOf(entry, one.key), one));
  return {
    read: (post, name, question) => {
      const entries = listIndexes(post, name).map((index) => readEntry(kinds, post, `${name}.${index}`, question));
      return entries.length > 0 ? entries : undefined;
    },
    write: (value, name, question) =>
      (Array.isArray(value) ? value : []).flatMap((entry, index) =>
        itemQuestions(question).flatMap((one) => {
          const part = partOf(entry, one.key);
          return part === undefined ? [] : kinds[one.kind].write(part, `${name}.${index}.${one.key}`, one);
        }),
      ),
    isEmpty: (typed, question) =>
      isBlank(typed) ||
      (Array.isArray(typed) && typed.every((entry) => isRecord(entry) && isEntryEmpty(entry, question))),
    check: (typed, question, context) => checkEntries(kinds, typed, question, context, isEntryEmpty),
    schemaOf: (question) => schemaOfEntries(kinds, question),
  };
}

function readEntry(kinds: Kinds, post: PostBody, name: string, question: Question): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const one of itemQuestions(question)) {
    const typed = one.computed ? undefined : kinds[one.kind].read(post, `${name}.${one.key}`, one);
    if (typed !== undefined) entry[one.key] = typed;
  }
  return entry;
}

/** Blank entries are passed over: an empty row added by mistake is no answer. Faults keep the number the page shows. */
function checkEntries(
  kinds: Kinds,
  typed: unknown,
  question: Question,
  context: FormContext,
  isEntryEmpty: (entry: unknown, question: Question) => boolean,
): Checked {
  if (!Array.isArray(typed) || !typed.every(isRecord))
    return bad('not-a-list', '请逐项填写。', 'Enter the entries one by one.');
  const { minItems = 0, maxItems = mostItems } = question;
  const values: unknown[] = [];
  const faults: Fault[] = [];
  for (const [index, entry] of typed.entries()) {
    if (isEntryEmpty(entry, question)) continue;
    const checked = checkQuestions(kinds, [{ questions: itemQuestions(question) }], entry, context);
    faults.push(...checked.faults.map((fault) => ({ ...fault, path: `${index}.${fault.path}` })));
    values.push(checked.values);
  }
  if (values.length < minItems) return bad('too-few', `至少填写 ${minItems} 项。`, `Enter at least ${minItems}.`);
  if (values.length > maxItems) return bad('too-many', `最多填写 ${maxItems} 项。`, `Enter at most ${maxItems}.`);
  return faults.length > 0 ? { ok: false, faults } : good(values);
}

function schemaOfEntries(kinds: Kinds, question: Question): JsonSchema {
  const { minItems = 1, maxItems = mostItems } = question;
  const questions = itemQuestions(question);
  const rules = questions.flatMap((one) => (one.when ? ruleOf(one, one.when) : []));
  return {
    type: 'array',
    minItems: Math.max(1, minItems),
    maxItems,
    items: {
      type: 'object',
      properties: Object.fromEntries(questions.map((one) => [one.key, kinds[one.kind].schemaOf(one)])),
      required: questions.filter((one) => isNeeded(one) && !one.when).map(({ key }) => key),
      additionalProperties: false,
      ...(rules.length > 0 ? { allOf: rules } : {}),
    },
  };
}
