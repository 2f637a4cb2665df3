import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalOf, sayValue } from '../feel/index.ts';
import type { Boxed, BoxedFunction, KnowledgeModel } from './model.ts';
import { DmnProgram } from './run/program.ts';
import { decision, inputX, literal, model } from './sample-model.ts';

function knowledge(name: string, parameter: string, text: string, typeRef: string | null = null): KnowledgeModel {
  const logic: BoxedFunction = {
    kind: 'function',
    language: 'FEEL',
    parameters: [{ name: parameter, typeRef }],
    body: literal(text),
  };
  const variable = { name, typeRef: null };
  return { id: `_${name}`, name, description: null, variable, needsKnowledge: [`#_${name}`], needsSources: [], logic };
}

function sayOf(logic: Boxed, knowledgeModels: readonly KnowledgeModel[] = [], x = '3'): string {
  const needs = { needsInputs: ['#_x'], needsKnowledge: knowledgeModels.map(({ id }) => `#${id}`) };
  const program = new DmnProgram(
    model({ inputs: [inputX], knowledge: knowledgeModels, decisions: [decision('d', logic, needs)] }),
  );
  return sayValue(program.decide('d', [{ name: 'x', value: decimalOf(x) ?? null }])?.value ?? null, true);
}

test('a knowledge model may call itself', () => {
  const factorial = knowledge('fact', 'n', 'if n <= 1 then 1 else n * fact(n - 1)');
  assert.equal(sayOf(literal('fact(x + 2)'), [factorial]), '120');
});

test('a knowledge model called with a value of another type has no value', () => {
  assert.equal(sayOf(literal('twice("a")'), [knowledge('twice', 'n', 'n + n', 'number')]), 'null');
});

test('boxed iterations, filters and conditions see the names around them', () => {
  const list = literal('[1, 2, 3, 4]');
  const loop = { variable: 'i', over: list, overType: null };
  assert.equal(sayOf({ kind: 'for', ...loop, body: literal('i * x') }), '[3, 6, 9, 12]');
  assert.equal(sayOf({ kind: 'some', ...loop, body: literal('i > x') }), 'true');
  assert.equal(sayOf({ kind: 'every', ...loop, body: literal('i > x') }), 'false');
  assert.equal(sayOf({ kind: 'filter', over: list, match: literal('item > x') }), '[4]');
  const entries = literal('[{a: 1}, {a: 5}]');
  assert.equal(sayOf({ kind: 'filter', over: entries, match: literal('a > x') }), '[{a: 5}]');
  const choice = { kind: 'conditional', whenTrue: literal('"yes"'), whenFalse: literal('"no"') } as const;
  assert.equal(sayOf({ ...choice, condition: literal('x > 2') }), '"yes"');
  assert.equal(sayOf({ ...choice, condition: literal('"text"') }), 'null');
});

test('a decision service works its outputs out from what it is given', () => {
  const inner = decision('inner', literal('x + 1'), { needsInputs: ['#_x'] });
  const outer = decision('outer', literal('inner * 10'), { needsDecisions: ['#_inner'] });
  const service = {
    id: '_s',
    name: 's',
    description: null,
    variable: { name: 's', typeRef: null },
    outputs: ['#_outer'],
    encapsulated: [],
    inputDecisions: ['#_inner'],
    inputData: [],
  };
  const program = new DmnProgram(model({ inputs: [inputX], decisions: [inner, outer], services: [service] }));
  const seven = [{ name: 'inner', value: decimalOf('7') ?? null }];
  assert.equal(sayValue(program.callService('s', seven)?.value ?? null), '70');
  assert.equal(sayValue(program.decide('outer', [{ name: 'x', value: decimalOf('1') ?? null }])?.value ?? null), '20');
});

test('a decision that needs itself ends without a value', () => {
  const circle = decision('circle', literal('circle + 1'), { needsDecisions: ['#_circle'] });
  assert.equal(new DmnProgram(model({ decisions: [circle] })).decide('circle', [])?.value, null);
});

test('an imported model speaks under the name it is imported by', () => {
  const other = model({ namespace: 'urn:other', decisions: [decision('two', literal('2'))] });
  const main = model({
    imports: [{ name: 'lib', namespace: 'urn:other', importType: '' }],
    decisions: [decision('d', literal('lib.two + 1'), { needsDecisions: ['urn:other#_two'] })],
  });
  assert.equal(sayValue(new DmnProgram(main, [other]).decide('d', [])?.value ?? null), '3');
});

test('models imported under no name speak under their own, however many there are', () => {
  const others = ['one', 'two'].map((name) =>
    model({ namespace: `urn:${name}`, decisions: [decision(name, literal(`"${name}"`))] }),
  );
  const main = model({
    imports: others.map(({ namespace }) => ({ name: '', namespace, importType: '' })),
    decisions: [decision('d', literal('one + two'), { needsDecisions: ['urn:one#_one', 'urn:two#_two'] })],
  });
  assert.equal(new DmnProgram(main, others).decide('d', [])?.value, 'onetwo');
});

test('checking a model names the element, the place and the nearest right name', () => {
  const program = new DmnProgram(model({ decisions: [decision('d', literal('1 +\n summ([1])'))] }));
  const [problem] = program.check();
  assert.deepEqual([problem?.element, problem?.line, problem?.nearest], ['d', 2, 'sum']);
});

test('a boxed invocation binds every parameter by its name and no other', () => {
  const twice = knowledge('twice', 'n', '[n, n]');
  const invoke = (...bound: readonly string[]): Boxed => ({
    kind: 'invocation',
    callee: literal('twice'),
    bindings: bound.map((parameter) => ({ parameter, value: literal('x') })),
  });
  assert.equal(sayOf(invoke('n'), [twice]), '[3, 3]');
  assert.equal(sayOf(invoke('m'), [twice]), 'null');
  assert.equal(sayOf(invoke(), [twice]), 'null');
});

test('a decision without logic is made by a person, whose answer is handed in', () => {
  const opinion = decision('opinion', literal(''), { logic: null, variable: { name: 'opinion', typeRef: 'string' } });
  const letter = decision('letter', literal('"said: " + opinion'), { needsDecisions: ['#_opinion'] });
  const program = new DmnProgram(model({ decisions: [opinion, letter] }));
  assert.equal(program.decide('letter', [{ name: 'opinion', value: 'fine' }])?.value, 'said: fine');
  assert.equal(program.decide('letter', [])?.value, null);
});
