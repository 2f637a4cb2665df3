import type { DmnModel, Inputs, ItemDefinition } from './dmn/index.ts';
import { findExact } from './exact/rational.ts';
import { parseExpression } from './feel/parse.ts';
import { compileExpression, newRun } from './feel/run/compile.ts';
import type { Mode } from './feel/run/run.ts';
import type { Value } from './feel/values/value.ts';
import { Unknown } from './feel/values/value.ts';

/**
 * JSON as the inputs of a DMN model: what is declared a date or a duration is read as one, also inside of structures and
 * lists; amounts by their shortest decimal. Decisions without logic are asked for like inputs. What is absent is unknown in
 * house mode, null in DMN's own.
 */
export function inputsOf(model: DmnModel, json: Readonly<Record<string, unknown>>, mode: Mode = 'dmn'): Inputs {
  const asked = [...model.inputs, ...model.decisions.filter(({ logic }) => logic === null)];
  return asked.map(({ variable: { name, typeRef } }) => {
    const given = Object.hasOwn(json, name) ? json[name] : undefined;
    const absent = mode === 'house' ? new Unknown([name]) : null;
    return { name, value: given === undefined ? absent : valueNamed(given, typeRef, model.types) };
  });
}

/** By the model's own types; they may name each other, and so hold themselves as deep as the JSON goes. */
function valueNamed(json: unknown, typeRef: string | null, types: readonly ItemDefinition[]): Value {
  const plain = typeRef?.replace(/^.*:/, '') ?? null;
  const definition = types.find(({ name }) => name === plain);
  return definition ? valueAs(json, definition, types) : feelValue(json, plain);
}

function valueAs(json: unknown, definition: ItemDefinition, types: readonly ItemDefinition[]): Value {
  if (Array.isArray(json)) return json.map((item) => valueAs(item, definition, types));
  const { components, name, typeRef } = definition;
  if (components.length === 0 || typeof json !== 'object' || json === null) {
    return typeRef === name ? feelValue(json, null) : valueNamed(json, typeRef, types);
  }
  const entries = Object.entries(json).map(([key, item]) => {
    const component = components.find((one) => one.name === key);
    return [key, component ? valueAs(item, component, types) : feelValue(item, null)] as const;
  });
  return new Map(entries);
}

const temporal = new Set([
  'date',
  'time',
  'dateTime',
  'date and time',
  'dayTimeDuration',
  'yearMonthDuration',
  'days and time duration',
  'years and months duration',
]);

function feelValue(json: unknown, typeRef: string | null): Value {
  if (json === null || typeof json === 'boolean') return json;
  if (typeof json === 'number') return findExact(String(json)) ?? null;
  if (typeof json === 'string') {
    if (typeRef === null || typeRef === 'number' || typeRef === 'Any') return findExact(json) ?? json;
    if (!temporal.has(typeRef)) return json;
    const text = `@${JSON.stringify(json)}`;
    return compileExpression(text, parseExpression(text).tree, { mode: 'dmn', names: [] }).evaluate(
      [],
      newRun('dmn', null, 1000),
    );
  }
  if (Array.isArray(json)) return json.map((item) => feelValue(item, null));
  return new Map(Object.entries(json as object).map(([name, item]) => [name, feelValue(item, null)]));
}
