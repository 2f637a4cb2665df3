import { kindNames } from './definition.ts';

const sentence = {
  type: 'object',
  properties: { zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
  required: ['zh', 'en'],
  additionalProperties: false,
};
const key = { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,39}$' };
const path = { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,39}(\\.[a-z][A-Za-z0-9]{0,39})?$' };
const paths = { type: 'array', items: path, minItems: 1 };
const scalar = { type: ['string', 'number', 'boolean'] };
const count = { type: 'integer', minimum: 0 };
const day = {
  type: 'string',
  pattern: '^(\\d{4}-\\d{2}-\\d{2}|today([+-]\\d{1,5}[dmy])?)$',
};

const asks = (name: string, schema: unknown) => ({
  type: 'object',
  properties: { question: path, [name]: schema },
  required: ['question', name],
  additionalProperties: false,
});
const only = (name: string, schema: unknown, more: Record<string, unknown> = {}) => ({
  type: 'object',
  properties: { [name]: schema, ...more },
  required: [name],
  additionalProperties: false,
});
const condition = { $ref: '#/$defs/condition' };

/** JSON Schema 2020-12 of `FormDefinition`: what the YAML of an item may say. Editors can point at it. */
export const definitionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:zhengtong:form-definition',
  type: 'object',
  properties: {
    title: sentence,
    sections: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/section' } },
  },
  required: ['title', 'sections'],
  additionalProperties: false,
  $defs: {
    condition: {
      oneOf: [
        only('all', { type: 'array', items: condition, minItems: 1 }),
        only('any', { type: 'array', items: condition, minItems: 1 }),
        only('not', condition),
        asks('is', scalar),
        asks('isOneOf', { type: 'array', items: scalar, minItems: 1 }),
        asks('includes', { type: 'string' }),
        asks('isAtLeast', { type: ['number', 'string'] }),
        asks('isAtMost', { type: ['number', 'string'] }),
        asks('isGiven', { type: 'boolean' }),
      ],
    },
    formula: {
      oneOf: [
        only('sum', paths),
        only('difference', { type: 'array', items: path, minItems: 2, maxItems: 2 }),
        only('product', paths),
        only('count', path),
        only('sumOf', path),
        only('bornOnOf', path),
        only('sexOf', path),
        only('ageOf', path),
        only('join', paths, { with: { type: 'string' } }),
      ],
    },
    section: {
      type: 'object',
      properties: {
        key,
        title: sentence,
        intro: sentence,
        when: condition,
        questions: { type: 'array', minItems: 1, maxItems: 200, items: { $ref: '#/$defs/question' } },
      },
      required: ['key', 'title', 'questions'],
      additionalProperties: false,
    },
    question: {
      type: 'object',
      properties: {
        key,
        kind: { enum: kindNames },
        label: sentence,
        hint: sentence,
        required: { type: 'boolean' },
        when: condition,
        prefill: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9-]+)*$' },
        basis: {
          type: 'object',
          properties: { law: { type: 'string', minLength: 1 }, article: { type: 'string', minLength: 1 } },
          required: ['law', 'article'],
          additionalProperties: false,
        },
        computed: { $ref: '#/$defs/formula' },
        choices: {
          type: 'array',
          minItems: 1,
          maxItems: 2000,
          items: {
            type: 'object',
            properties: { value: { type: 'string', pattern: '^[^\\s]{1,80}$' }, label: sentence, hint: sentence },
            required: ['value', 'label'],
            additionalProperties: false,
          },
        },
        minLength: count,
        maxLength: count,
        pattern: { type: 'string', format: 'regex' },
        patternSay: sentence,
        min: { type: 'number' },
        max: { type: 'number' },
        decimals: { type: 'integer', minimum: 0, maximum: 9 },
        unit: sentence,
        earliest: day,
        latest: day,
        isBirthday: { type: 'boolean' },
        within: { type: 'string', pattern: '^[1-9]\\d{5}(\\d{3}|\\d{6})?$' },
        level: { enum: ['county', 'township', 'village'] },
        parts: { type: 'array', items: { type: 'string' }, uniqueItems: true },
        accept: { type: 'string' },
        minItems: count,
        maxItems: count,
        questions: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/question' } },
        itemLabel: sentence,
        statements: { type: 'array', minItems: 1, items: sentence },
      },
      required: ['key', 'kind', 'label'],
      additionalProperties: false,
    },
  },
};
