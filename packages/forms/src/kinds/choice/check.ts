import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, good, type JsonSchema } from '../kind.ts';

export function check(typed: unknown, { choices = [] }: Question): Checked {
  const found = choices.find(({ value }) => value === typed);
  return found
    ? good(found.value)
    : bad('not-a-choice', '请从所列选项中选择一项。', 'Choose one of the answers listed.');
}

export const schemaOf = ({ choices = [] }: Question): JsonSchema => ({ enum: choices.map(({ value }) => value) });
