import type { Form } from '../definition/load.ts';
import type { PostBody } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';
import { readText, readTexts } from '../kinds/typed.ts';
import { nameOf } from './check-answers.ts';

/** What a button inside the questions asked for: another entry, one entry less, one file less. */
export type PostButton =
  | { readonly kind: 'add'; readonly key: string }
  | { readonly kind: 'remove'; readonly key: string; readonly index: number }
  | { readonly kind: 'drop'; readonly key: string; readonly fileId: string };

export type PostRead = {
  /** By key; `undefined` where the page asked and nothing came (a box without tick). */
  readonly typed: Readonly<Record<string, unknown>>;
  /** Present where the person pressed a button inside a question: show the same page again. */
  readonly button?: PostButton;
};

/**
 * The answers in a form post. Each page says with `asked` what it asked, since unticked boxes send nothing; a post
 * without `asked` (a script, a test) answers only what it names. Names no question has are not looked at.
 */
export function readPost(form: Form, post: PostBody): PostRead {
  const asked = readTexts(post, 'asked');
  const typed: Record<string, unknown> = {};
  for (const [key, question] of form.questions) {
    if (question.computed || (asked && !asked.includes(nameOf(key)))) continue;
    const value = kinds[question.kind].read(post, nameOf(key), question);
    if (value !== undefined || asked) typed[key] = value;
  }
  const button = findButton(form, post);
  return button ? { typed: press(typed, button), button } : { typed };
}

function findButton(form: Form, post: PostBody): PostButton | undefined {
  const [add = '', remove = '', drop = ''] = ['add', 'remove', 'drop'].map((name) => readText(post, name));
  const has = (key: string | undefined): key is string => key !== undefined && form.questions.has(key);
  const added = /^q\.(\w+)$/.exec(add)?.[1];
  if (has(added)) return { kind: 'add', key: added };
  const [, removed, index] = /^q\.(\w+)\.(\d{1,3})$/.exec(remove) ?? [];
  if (has(removed)) return { kind: 'remove', key: removed, index: Number(index) };
  const [, dropped, fileId = ''] = /^q\.(\w+):([\w-]+)$/.exec(drop) ?? [];
  return has(dropped) ? { kind: 'drop', key: dropped, fileId } : undefined;
}

function press(typed: Readonly<Record<string, unknown>>, button: PostButton): Record<string, unknown> {
  const list: readonly unknown[] = Array.isArray(typed[button.key]) ? (typed[button.key] as unknown[]) : [];
  if (button.kind === 'add') return { ...typed, [button.key]: [...(list.length > 0 ? list : [{}]), {}] };
  const kept = list.filter((one, index) => (button.kind === 'remove' ? index !== button.index : one !== button.fileId));
  return { ...typed, [button.key]: kept.length > 0 ? kept : undefined };
}
