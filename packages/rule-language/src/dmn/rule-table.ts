import { decimalOf, quoteText, spellName } from '../feel/index.ts';
import type { HitPolicy as HousePolicy } from '../text/model.ts';
import type { Aggregation, DecisionTable, HitPolicy, TableRule } from './model.ts';

const policies: Readonly<Record<HousePolicy, readonly [HitPolicy, Aggregation | null]>> = {
  U: ['UNIQUE', null],
  A: ['ANY', null],
  P: ['PRIORITY', null],
  F: ['FIRST', null],
  R: ['RULE ORDER', null],
  O: ['OUTPUT ORDER', null],
  C: ['COLLECT', null],
  'C+': ['COLLECT', 'SUM'],
  'C<': ['COLLECT', 'MIN'],
  'C>': ['COLLECT', 'MAX'],
  'C#': ['COLLECT', 'COUNT'],
};

type Written = {
  readonly policy: HousePolicy;
  readonly inputs: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly priorities: readonly string[] }[];
  readonly rows: readonly TableRule[];
  readonly otherwise: string | null;
  readonly notes: string;
};

/** A table of a rule text as a DMN decision table; empty cells are dashes. */
export function dmnTable({ policy, inputs, outputs, rows, otherwise, notes }: Written): DecisionTable {
  const [hitPolicy, aggregation] = policies[policy];
  const listed = (values: readonly string[]) =>
    values.map((value) => (decimalOf(value) ? value : quoteText(value))).join(', ');
  return {
    kind: 'table',
    typeRef: null,
    hitPolicy,
    aggregation,
    outputLabel: null,
    inputs: inputs.map((expression) => ({ expression, typeRef: null, label: null, allowedValues: null })),
    outputs: outputs.map(({ name, priorities }) => ({
      name: outputs.length === 1 ? null : spellName(name),
      typeRef: null,
      label: name === '' ? null : name,
      allowedValues: priorities.length === 0 ? null : listed(priorities),
      defaultEntry: otherwise,
    })),
    annotationNames: [notes],
    rules: rows.map((row) => ({ ...row, tests: row.tests.map((test) => (/^[—\s]*$/.test(test) ? '-' : test)) })),
  };
}
