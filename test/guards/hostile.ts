// Values for fuzzing: what a schema asks for, what almost fits it, and what attackers send.
import { newId } from '@zhengtong/kernel';
import fc from 'fast-check';

type Schema = Record<string, unknown>;

const deep = (depth: number): unknown => (depth === 0 ? 'x' : { a: deep(depth - 1) });

/** Quotes, NUL, surrogates, full width, very long, paths, markup, templates, numbers that are none. */
export const hostileTexts: readonly string[] = [
  "'; drop table cases.cases --",
  '" or 1=1 --',
  '$1',
  '\\',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff尾',
  '１２３４５６',
  'Ａｄｍｉｎ＇',
  '\u202e反转',
  '𠮷𠮷',
  '../../../../etc/passwd',
  '%00%27%22',
  '<script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>',
  '',
  ' ',
  'NaN',
  '-0',
  '99999999999999999999',
  '1e309',
  '2026-02-30',
  '0000-00-00T00:00:00Z',
  '长'.repeat(5000),
  'a'.repeat(70_000),
  '00000000-0000-0000-0000-000000000000',
  '__proto__',
];

/** JSON texts no serializer writes: polluting keys, repeated keys, great depth. */
export const hostileBodies: readonly string[] = [
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"allow":["public"]}}}',
  '{"kind":"claim","kind":"decide"}',
  `${'['.repeat(3000)}${']'.repeat(3000)}`,
  `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
  '{"a":1e999}',
  '{',
  '',
  'null',
  '[]',
  '"text"',
  '\ufeff{}',
];

const hostileValue = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, [], {}, [null], deep(40), deep(80)),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Mostly what the schema asks for, so that use cases are reached, with something hostile at any depth. */
export function valuesOf(schema: Schema | undefined, known: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: fitting(schema ?? {}, known) }, { weight: 1, arbitrary: hostileValue });
}

function fitting(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, known)));
  if (schema.type === 'object') return fittingObject(schema, known);
  if (schema.type === 'array') return fc.array(valuesOf(schema.items as Schema, known), { maxLength: 3 });
  if (schema.type === 'integer' || schema.type === 'number') return fc.oneof(fc.integer(), fc.constantFrom(0, 1, 5));
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'string') return fittingText(schema, known);
  return hostileValue;
}

function fittingObject(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  if (properties.length === 0) {
    return fc.dictionary(fc.constantFrom('name', 'blades', '__proto__', '字'.repeat(80), 'a'), hostileValue, {
      maxKeys: 4,
    });
  }
  const required = (schema.required ?? []) as string[];
  const shape = Object.fromEntries(properties.map(([key, inner]) => [key, valuesOf(inner, known)]));
  return fc.record(shape, { requiredKeys: required });
}

function fittingText(schema: Schema, known: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.constantFrom(...known, newId());
  if (typeof schema.pattern === 'string') {
    return fc.oneof(fc.constantFrom('990100', '123456', ...known), fc.stringMatching(new RegExp(schema.pattern, 'u')));
  }
  return fc.oneof(fc.constantFrom('review', 'decide', 'drawing', 'signed', '同意', 'x'), fc.string({ maxLength: 12 }));
}
