import type { DmnModel, Inputs } from './dmn/index.ts';
import { findExact } from './exact/rational.ts';
import { parseExpression } from './feel/parse.ts';
import { compileExpression, newRun } from './feel/run/compile.ts';
import type { Mode } from './feel/run/run.ts';
import type { Value } from './feel/values/value.ts';
import { Unknown } from './feel/values/value.ts';

/**
 * JSON as the inputs of a DMN model: what is declared a date or a duration is read as one, amounts by their shortest decimal. What is absent is unknown in
 * house mode, null in DMN's own. */
export function inputsOf(model: DmnModel, json: Readonly<Record<string, unknown>>, mode: Mode = 'dmn'): Inputs {
  return model.inputs.map((input) => {
    const name = input.variable.name;
    const given = Object.hasOwn(json, name) ? json[name] : undefined;
    return {
      name,
      value:
        given === undefined
          ? mode === 'house'
            ? new Unknown([name])
            : null
          : feelValue(given, input.variable.typeRef),
    };
  });
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
