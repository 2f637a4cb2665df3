import assert from 'node:assert/strict';
import test from 'node:test';
import type { Question } from '../../definition/definition.ts';
import { context as plain } from '../../test/sample-values.ts';
import { findUnoffered, listSteps, readPlace } from './steps.ts';

const place = (code: string) => ({ code, name: `地 ${code}` });
const below: Readonly<Record<string, readonly string[]>> = {
  '990102': ['990102001', '990102002'],
  '990102001': ['990102001001'],
  '990103': ['990103001'],
};
const context = { ...plain, listCloser: (code: string) => (below[code] ?? []).map(place) };
const question: Question = {
  key: 'area',
  kind: 'division',
  label: { zh: '地区', en: 'Area' },
  within: '990100',
  level: 'village',
};
const sizes = (code: string, asked = question) => listSteps(asked, code, context).map(({ chosen }) => chosen?.code);

test('each list holds the parts of what was chosen in the one before, as deep as the question goes', () => {
  assert.deepEqual(sizes(''), [undefined]);
  assert.deepEqual(sizes('990102'), ['990102', undefined]);
  assert.deepEqual(sizes('990102001'), ['990102', '990102001', undefined]);
  assert.deepEqual(sizes('990102001001'), ['990102', '990102001', '990102001001']);
  assert.deepEqual(sizes('990102001', { ...question, level: 'county' }), ['990102']);
  const { level: _, ...unsaid } = question;
  assert.deepEqual(sizes('990102001', unsaid), ['990102', '990102001']);
});

test('a district that serves itself shows its towns at once, and does not answer for who need not', () => {
  const own = { ...context, listDivisions: () => [place('990102')] };
  const chosen = (asked: Question) => listSteps(asked, '', own).map((step) => step.chosen?.code);
  assert.deepEqual(chosen(question), ['990102', undefined]);
  assert.deepEqual(chosen({ ...question, required: false }), [undefined]);
});

test('the closest place counts that lies in those before it', () => {
  const read = (...texts: string[]) => readPlace({ it: texts }, 'it');
  assert.equal(readPlace({}, 'it'), undefined);
  assert.equal(readPlace({ it: '990102' }, 'it'), '990102');
  assert.equal(read('990102', '990102001', '990102001001'), '990102001001');
  assert.equal(read('990103', '990102001', '990102001001'), '990103', 'of the district before');
  assert.equal(read('990102', '', '990102001001'), '990102', 'of a town taken back');
  assert.equal(read('', '990102001'), '');
});

test('a list the page did not have is offered once; left empty it is answered', () => {
  const next = (...texts: string[]) => findUnoffered({ it: texts }, 'it', question, context);
  assert.equal(next(''), undefined);
  assert.equal(next('990102'), 1);
  assert.equal(next('990102', ''), undefined);
  assert.equal(next('990102', '990102001'), 2);
  assert.equal(next('990102', '990102002'), undefined);
  assert.equal(next('990103', '990102001'), 1);
  assert.equal(next('990104', '990102001'), undefined);
});
