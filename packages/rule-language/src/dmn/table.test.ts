import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalOf, sayValue, Unknown, type Value } from '../feel/index.ts';
import type { DecisionTable } from './model.ts';
import { DmnProgram } from './run/program.ts';
import { tableModel } from './sample-model.ts';

const rows = [
  ['> 1', '"low"', '10'],
  ['> 2', '"high"', '30'],
  ['> 3', '"middle"', '20'],
] as const;
const oneColumn = rows.map(([cell, , amount]) => [cell, amount] as const);

function answer(table: readonly (readonly [string, ...string[]])[], rest: Partial<DecisionTable>, x: string): string {
  const program = new DmnProgram(tableModel(table, rest));
  return sayValue(program.decide('t', [{ name: 'x', value: decimalOf(x) ?? null }])?.value ?? null, true);
}
const outputs = (allowed: string) => ({
  outputs: ['o1', 'o2'].map((name) => ({
    name,
    typeRef: null,
    label: null,
    allowedValues: name === 'o1' ? allowed : null,
    defaultEntry: null,
  })),
});

test('a unique table answers its one row and has no answer where two match', () => {
  assert.equal(answer(oneColumn, {}, '2'), '10');
  assert.equal(answer(oneColumn, {}, '3'), 'null');
});

test('first, rule order and collect keep the order of the rows', () => {
  assert.equal(answer(oneColumn, { hitPolicy: 'FIRST' }, '9'), '10');
  assert.equal(answer(oneColumn, { hitPolicy: 'RULE ORDER' }, '9'), '[10, 30, 20]');
  assert.equal(answer(oneColumn, { hitPolicy: 'COLLECT' }, '9'), '[10, 30, 20]');
});

test('any answers where the matching rows agree and not otherwise', () => {
  const same = oneColumn.map(([cell]) => [cell, '7'] as const);
  assert.equal(answer(same, { hitPolicy: 'ANY' }, '9'), '7');
  assert.equal(answer(oneColumn, { hitPolicy: 'ANY' }, '9'), 'null');
});

test('priority and output order go by the order of the allowed values', () => {
  const order = outputs('"high", "middle", "low"');
  assert.equal(answer(rows, { hitPolicy: 'PRIORITY', ...order }, '9'), '{o1: "high", o2: 30}');
  const sorted = '[{o1: "high", o2: 30}, {o1: "middle", o2: 20}, {o1: "low", o2: 10}]';
  assert.equal(answer(rows, { hitPolicy: 'OUTPUT ORDER', ...order }, '9'), sorted);
});

test('collections are added up, counted and bounded', () => {
  for (const [aggregation, expected] of [
    ['SUM', '60'],
    ['COUNT', '3'],
    ['MIN', '10'],
    ['MAX', '30'],
  ] as const) {
    assert.equal(answer(oneColumn, { hitPolicy: 'COLLECT', aggregation }, '9'), expected);
  }
});

test('where no row matches the default speaks, then the empty collection, then null', () => {
  const [output] = tableModel(oneColumn).decisions.flatMap(({ logic }) =>
    logic?.kind === 'table' ? logic.outputs : [],
  );
  assert.ok(output);
  assert.equal(answer(oneColumn, { outputs: [{ ...output, defaultEntry: '0' }] }, '1'), '0');
  assert.equal(answer(oneColumn, { hitPolicy: 'COLLECT' }, '1'), '[]');
  assert.equal(answer(oneColumn, {}, '1'), 'null');
});

test('an input that is none of the allowed values counts as missing, an output as none', () => {
  const inputs = [{ expression: 'x', typeRef: null, label: null, allowedValues: '[0..5]' }];
  assert.equal(answer(oneColumn, { inputs }, '2'), '10');
  assert.equal(answer(oneColumn, { inputs, hitPolicy: 'FIRST' }, '9'), 'null');
  assert.equal(answer([['null', '"missing"']], { inputs }, '9'), '"missing"');
  const order = outputs('"high", "low"');
  assert.equal(answer(rows, { hitPolicy: 'RULE ORDER', ...order }, '4').includes('o1: null'), true);
});

test('in house mode a missing fact leaves the table unknown and is named', () => {
  const program = new DmnProgram(tableModel(oneColumn), [], 'house');
  const value: Value | undefined = program.decide('t', [{ name: 'x', value: new Unknown(['x']) }])?.value;
  assert.deepEqual(value instanceof Unknown && value.missing, ['x']);
});

test('in house mode an error stops the case with its code', () => {
  const program = new DmnProgram(tableModel(oneColumn), [], 'house');
  assert.equal(program.decide('t', [{ name: 'x', value: 'text' }])?.fault?.code, 'value-kind');
});

test('a cell that says true is not met by a missing input, nor by a text', () => {
  const cells = [['true', '1']] as const;
  const ask = (value: Value, mode: 'house' | 'dmn') =>
    new DmnProgram(tableModel(cells), [], mode).decide('t', [{ name: 'x', value }])?.value ?? null;
  assert.equal(ask(null, 'dmn'), null);
  assert.equal(ask('true', 'dmn'), null);
  assert.equal(sayValue(ask(true, 'dmn')), '1');
  assert.ok(ask(new Unknown(['x']), 'house') instanceof Unknown);
});

test('a condition with no answer is not met by a missing input', () => {
  const cells = [['x > 3', '1']] as const;
  const program = new DmnProgram(tableModel(cells));
  assert.equal(program.decide('t', [{ name: 'x', value: null }])?.value, null);
  assert.equal(answer(cells, {}, '4'), '1');
});
