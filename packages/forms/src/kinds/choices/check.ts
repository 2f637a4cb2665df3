import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, good, type JsonSchema, type Kind } from '../kind.ts';
import { isBlank, readTexts } from '../typed.ts';

/** The ticks in the order of the definition, each once: what was ticked first does not make another answer. */
export function check(typed: unknown, { choices = [], minItems = 0, maxItems = choices.length }: Question): Checked {
  const given = typeof typed === 'string' ? [typed] : typed;
  const known = new Set<unknown>(choices.map(({ value }) => value));
  if (!Array.isArray(given) || !given.every((one) => known.has(one)))
    return bad('not-a-choice', '请从所列选项中选择。', 'Choose from the answers listed.');
  const ticked = choices.map(({ value }) => value).filter((value) => given.includes(value));
  if (ticked.length < minItems) return bad('too-few', `至少选择 ${minItems} 项。`, `Choose at least ${minItems}.`);
  if (ticked.length > maxItems) return bad('too-many', `最多选择 ${maxItems} 项。`, `Choose at most ${maxItems}.`);
  return good(ticked);
}

export const schemaOf = ({ choices = [], minItems, maxItems }: Question): JsonSchema => ({
  type: 'array',
  items: { enum: choices.map(({ value }) => value) },
  uniqueItems: true,
  minItems: Math.max(1, minItems ?? 1),
  ...(maxItems === undefined ? {} : { maxItems }),
});

export const reading: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: readTexts,
  write: (value, name) => (Array.isArray(value) ? value.map((one): [string, string] => [name, String(one)]) : []),
  isEmpty: (typed) => isBlank(typed) || (Array.isArray(typed) && typed.length === 0),
};
