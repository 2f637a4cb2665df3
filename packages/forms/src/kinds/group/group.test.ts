import assert from 'node:assert/strict';
import test from 'node:test';
import type { Question } from '../../definition/definition.ts';
import { verdict } from '../../test/verdict.ts';
import { kinds } from '../registry.ts';

const label = { zh: '子女', en: 'Children' };
const questions: readonly Question[] = [
  { key: 'name', kind: 'text', label },
  { key: 'bornOn', kind: 'date', label },
  { key: 'school', kind: 'text', label, when: { question: 'bornOn', isAtMost: '2020-08-31' } },
];
const group = { questions, maxItems: 2 };
const child = { name: '小明', bornOn: '2022-01-01' };

test('blank entries are passed over, and faults keep the number the page shows', () => {
  assert.deepEqual(verdict('group', [{ name: ' ' }, child, {}], group), [child]);
  assert.equal(verdict('group', [{}, { ...child, bornOn: 'x' }], group), '1.bornOn: no-such-day');
  assert.equal(verdict('group', [{ name: '', bornOn: '--' }], group), 'empty');
});

test('a condition looks at the same entry', () => {
  assert.equal(verdict('group', [{ ...child, bornOn: '2019-01-01' }], group), '0.school: missing');
  assert.deepEqual(verdict('group', [{ ...child, school: '一小' }], group), [child]);
});

test('too many entries and what is no list are refused', () => {
  assert.equal(verdict('group', [child, child, child], group), 'too-many');
  assert.equal(verdict('group', [child], { ...group, minItems: 2 }), 'too-few');
  assert.equal(verdict('group', 'x', group), 'not-a-list');
});

test('entries are read by their numbers, with gaps closed', () => {
  const question: Question = { key: 'it', kind: 'group', label, ...group };
  const post = {
    'q.it.7.name': 'B',
    'q.it.0.name': 'A',
    'q.it.99999.name': 'C',
    'q.it.x.name': 'D',
    'q.item.0.name': 'E',
  };
  assert.deepEqual(kinds.group.read(post, 'q.it', question), [{ name: 'A' }, { name: 'B' }]);
});
