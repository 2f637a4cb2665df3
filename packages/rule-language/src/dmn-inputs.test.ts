import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemDefinition } from './dmn/index.ts';
import { decision, literal, model } from './dmn/sample-model.ts';
import { inputsOf } from './dmn-inputs.ts';
import { sayValue } from './feel/index.ts';

const type = (name: string, typeRef: string | null, rest: Partial<ItemDefinition> = {}): ItemDefinition => ({
  name,
  typeRef,
  isCollection: false,
  allowedValues: null,
  typeConstraint: null,
  components: [],
  functionType: null,
  ...rest,
});
const person = type('tPerson', null, {
  components: [type('born', 'date'), type('children', 'tPerson', { isCollection: true }), type('name', 'string')],
});

test('dates inside of structures and lists are read as dates, and decisions of persons are asked for', () => {
  const variable = { name: 'who', typeRef: 'ns1:tPerson' };
  const own = model({
    types: [person],
    inputs: [{ id: '_who', name: 'who', description: null, variable }],
    decisions: [decision('opinion', literal(''), { logic: null }), decision('worked out', literal('1'))],
  });
  const json = {
    who: { born: '1950-03-01', name: '2020-01-01', children: [{ born: '1975-05-05', children: [] }] },
    opinion: 'fine',
  };
  const inputs = inputsOf(own, json);
  assert.deepEqual(
    inputs.map(({ name }) => name),
    ['who', 'opinion'],
  );
  assert.equal(
    sayValue(inputs[0]?.value ?? null, true),
    '{born: 1950-03-01, name: "2020-01-01", children: [{born: 1975-05-05, children: []}]}',
  );
});
