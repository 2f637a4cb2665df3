import type { Values } from '../definition/condition.ts';
import type { Form } from '../definition/load.ts';
import { kinds } from '../kinds/registry.ts';
import { nameOf } from './check-answers.ts';

/** The names and texts a page would send for checked values: the reverse of `readPost`, for scripts and tests. */
export function writePost(form: Form, values: Values): Record<string, string | string[]> {
  const post: Record<string, string | string[]> = {};
  for (const [key, question] of form.questions) {
    if (question.computed || !Object.hasOwn(values, key)) continue;
    for (const [name, text] of kinds[question.kind].write(values[key], nameOf(key), question)) {
      const before = post[name];
      post[name] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text];
    }
  }
  return post;
}
