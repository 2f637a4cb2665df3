import { bad, type Checked, good, type JsonSchema, type Kind } from '../kind.ts';
import { isBlank, readText } from '../typed.ts';

const words: Readonly<Record<string, boolean>> = { yes: true, no: false, true: true, false: false };

export function check(typed: unknown): Checked {
  if (typeof typed === 'boolean') return good(typed);
  const said = typeof typed === 'string' && Object.hasOwn(words, typed) ? words[typed] : undefined;
  return said === undefined ? bad('not-a-choice', '请选择“是”或“否”。', 'Choose yes or no.') : good(said);
}

export const schemaOf = (): JsonSchema => ({ type: 'boolean' });

export const yesOrNo = (typed: unknown): string =>
  typeof typed === 'boolean' ? (typed ? 'yes' : 'no') : typeof typed === 'string' ? typed : '';

export const reading: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: readText,
  write: (value, name) => [[name, yesOrNo(value)]],
  isEmpty: isBlank,
};
