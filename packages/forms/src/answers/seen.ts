// What a page showed when it was opened, so that saving it undoes nothing that another window saved meanwhile.
import type { Form } from '../definition/load.ts';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import type { Draft } from './draft.ts';

/** A short mark for each answer as a page shows it. */
export type Seen = Readonly<Record<string, string>>;

/** Marks of what is typed in answer to these questions; the same words give the same mark, however they were sent. */
export function markSeen(
  form: Form,
  typed: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  context: FormContext,
): Seen {
  return Object.fromEntries(keys.map((key) => [key, markOf(form, key, typed[key], context)]));
}

/** As the one text of a hidden field, and back; what is not of that shape says nothing. */
export const writeSeen = (seen: Seen): string =>
  Object.entries(seen)
    .map((pair) => pair.join(':'))
    .join(' ');
export const readSeen = (text: string): Seen =>
  Object.fromEntries([...text.slice(0, 20_000).matchAll(/(\w+):([\da-z]{0,12})/g)].map(([, key, mark]) => [key, mark]));

export type Sorted = {
  /** To be kept: changed here, and as the page showed it until now. */
  readonly mine: Readonly<Record<string, unknown>>;
  /** Changed here and elsewhere, to something else: the person decides. */
  readonly both: readonly string[];
};

/** Of what a page sends, what it really says anew. An answer left alone is not sent over a newer one. */
export function sortSeen(
  form: Form,
  draft: Draft,
  sent: Readonly<Record<string, unknown>>,
  seen: Seen,
  context: FormContext,
): Sorted {
  const mine: Record<string, unknown> = {};
  const both: string[] = [];
  for (const [key, typed] of Object.entries(sent)) {
    const [now, then] = [markOf(form, key, draft.answers[key]?.typed, context), seen[key]];
    const said = markOf(form, key, typed, context);
    if (then === undefined || then === now || said === now) mine[key] = typed;
    else if (said !== then) both.push(key);
  }
  return { mine, both };
}

function markOf(form: Form, key: string, typed: unknown, context: FormContext): string {
  const question = form.questions.get(key);
  if (!question || typed === undefined || kinds[question.kind].isEmpty(typed, question)) return '';
  const checked = kinds[question.kind].check(typed, question, context);
  return shorten(JSON.stringify(checked.ok ? checked.value : typed));
}

/** 53 bits (cyrb53): enough to tell two answers apart, and no secret: the page holds the answer itself. */
function shorten(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
