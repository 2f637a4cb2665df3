import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateExpression, sayValue } from '../../feel/index.ts';
import type { ItemDefinition, KnowledgeModel } from '../model.ts';
import { decision, inputX, literal, model } from '../sample-model.ts';
import { DmnProgram } from './program.ts';

const type = (name: string, rest: Partial<ItemDefinition>): ItemDefinition => ({
  name,
  typeRef: null,
  isCollection: false,
  allowedValues: null,
  typeConstraint: null,
  components: [],
  functionType: null,
  ...rest,
});
const types: readonly ItemDefinition[] = [
  type('tGrades', { typeRef: 'string', isCollection: true, allowedValues: '"A", "B"' }),
  type('tFew', { typeRef: 'number', isCollection: true, typeConstraint: 'count(?) < 3' }),
  type('tPositive', { typeRef: 'number', allowedValues: '> 0' }),
  type('tUnderTen', { typeRef: 'tPositive', allowedValues: '< 10' }),
  type('tTree', {
    components: [type('value', { typeRef: 'number' }), type('under', { typeRef: 'tTree' })],
  }),
  type('tStep', {
    functionType: { parameters: [{ name: 'a', typeRef: 'number' }], outputTypeRef: 'number' },
  }),
];

/** The value as a decision of the type gives it back. */
function as(typeRef: string, text: string): string {
  const typed = decision('d', literal('x'), { needsInputs: ['#_x'], variable: { name: 'd', typeRef } });
  const program = new DmnProgram(model({ types, inputs: [inputX], decisions: [typed] }));
  return sayValue(program.decide('d', [{ name: 'x', value: evaluateExpression(text).value }])?.value ?? null, true);
}

test('allowed values are those of the items, a constraint is that of the whole list', () => {
  assert.equal(as('tGrades', '["A", "B"]'), '["A", "B"]');
  assert.equal(as('tGrades', '["A", "C"]'), 'null');
  assert.equal(as('tFew', '[1, 2]'), '[1, 2]');
  assert.equal(as('tFew', '[1, 2, 3]'), 'null');
});

test('a type made from another keeps that other’s restriction', () => {
  assert.equal(as('tUnderTen', '5'), '5');
  assert.equal(as('tUnderTen', '11'), 'null');
  assert.equal(as('tUnderTen', '-1'), 'null');
});

test('one item stands for a list of it and a list of one for its item, and a date for its midnight', () => {
  assert.equal(as('tFew', '1'), '[1]');
  assert.equal(as('number', '[1]'), '1');
  assert.equal(as('number', '[[1]]'), 'null');
  assert.equal(as('date and time', '@"2020-01-01"'), '2020-01-01T00:00:00Z');
});

test('a structure may hold itself, has every component and may have more', () => {
  assert.equal(as('tTree', '{value: 1, under: {value: 2, under: null}, more: 3}') === 'null', false);
  assert.equal(as('tTree', '{value: 1, under: {value: "x", under: null}}'), 'null');
  assert.equal(as('tTree', '{value: 1}'), 'null');
});

test('a function is taken for its parameters, and for its result where that is known', () => {
  assert.equal(as('tStep', 'function(a: number) a + 1'), 'function');
  assert.equal(as('tStep', 'function(a) f(a)'), 'function');
  assert.equal(as('tStep', 'function(a: number) "text"'), 'null');
  assert.equal(as('tStep', 'function(a, b) a'), 'null');
});

test('what a knowledge model gives is turned into the result its type declares', () => {
  const numbers = type('tNumbers', { typeRef: 'number', isCollection: true });
  const giver = type('tGiver', { functionType: { parameters: [], outputTypeRef: 'tNumbers' } });
  for (const typeRef of ['tGiver', 'tNumbers']) {
    const one: KnowledgeModel = {
      id: '_one',
      name: 'one',
      description: null,
      variable: { name: 'one', typeRef },
      needsKnowledge: [],
      needsSources: [],
      logic: { kind: 'function', language: 'FEEL', parameters: [], body: literal('1') },
    };
    const program = new DmnProgram(model({ types: [numbers, giver], knowledge: [one] }));
    assert.equal(sayValue(program.callKnowledge('one', [])?.value ?? null), '[1]', typeRef);
  }
});
