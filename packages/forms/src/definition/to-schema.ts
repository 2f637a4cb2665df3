import { kinds } from '../kinds/registry.ts';
import type { Condition, FormDefinition, Question } from './definition.ts';
import { isNeeded, ruleOf } from './rule-schema.ts';

/** JSON Schema keywords of our own: they describe how a value is asked for and say nothing about what is valid. */
export const annotations = ['x-form', 'x-question'] as const;

/**
 * The checked values of a form as JSON Schema 2020-12, for the public API, for other systems and as the last gate of our
 * own check. What a schema cannot say (bounds that move with today, check digits, order of texts) the check holds.
 */
export function toSchema(definition: FormDefinition): Record<string, unknown> {
  const asked = definition.sections.flatMap((section) =>
    section.questions.map((question) => ({ question, when: both(section.when, question.when) })),
  );
  const always = asked.filter(({ question, when }) => isNeeded(question) && !when);
  const rules = asked.flatMap(({ question, when }) => (when ? ruleOf(question, when) : []));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: definition.title.zh,
    type: 'object',
    properties: Object.fromEntries(asked.map(({ question }) => [question.key, describe(question)])),
    required: always.map(({ question }) => question.key),
    additionalProperties: false,
    ...(rules.length > 0 ? { allOf: rules } : {}),
    'x-form': {
      title: definition.title,
      sections: definition.sections.map((section) => ({
        ...section,
        questions: section.questions.map(({ key }) => key),
      })),
    },
  };
}

const both = (a: Condition | undefined, b: Condition | undefined): Condition | undefined =>
  a && b ? { all: [a, b] } : (a ?? b);

function describe(question: Question): Record<string, unknown> {
  const schema = kinds[question.kind].schemaOf(question);
  return {
    title: question.label.zh,
    ...(question.hint ? { description: question.hint.zh } : {}),
    ...(schema as Record<string, unknown>),
    'x-question': question,
  };
}
