import assert from 'node:assert/strict';
import test from 'node:test';
import { statuses } from './case-state.ts';
import { desks, type FieldRight, sightOf, whyShut } from './field-rights.ts';

const number = { key: 'card', isPersonal: true };
const words = { key: 'story', isPersonal: false };

test('a number that names a person is never plain, and whole for a reason only to the post whose turn it is', () => {
  const onReason: string[] = [];
  for (const status of statuses) {
    for (const desk of desks) {
      const sight = sightOf(number, { status, roles: [desk] });
      assert.notEqual(sight, 'plain', `${status} ${desk}`);
      if (sight === 'on-reason') onReason.push(`${status} ${desk}`);
    }
  }
  assert.deepEqual(onReason, ['submitted clerk', 'accepted reviewer', 'accepted approver', 'decided clerk']);
});

test('a draft, and a post that is no desk, see nothing', () => {
  for (const status of statuses) {
    for (const role of ['editor', 'administrator', 'auditor', 'person', 'public'])
      assert.equal(sightOf(words, { status, roles: [role] }), 'hidden', `${status} ${role}`);
  }
  for (const desk of desks) assert.equal(sightOf(words, { status: 'draft', roles: [desk] }), 'hidden');
});

test('what an item says goes before the table, in the states it names only, and who holds two posts sees the wider', () => {
  const rights: FieldRight[] = [
    { questions: ['story'], states: ['submitted'], sees: { clerk: 'hidden', reviewer: 'masked' } },
    { questions: ['story'], sees: { approver: 'on-reason' } },
  ];
  const see = (status: (typeof statuses)[number], ...roles: string[]) => sightOf(words, { status, roles }, rights);
  assert.equal(see('submitted', 'clerk'), 'hidden');
  assert.equal(see('submitted', 'clerk', 'reviewer'), 'masked');
  assert.equal(see('submitted', 'approver'), 'plain');
  assert.equal(see('accepted', 'approver'), 'on-reason');
  assert.equal(see('accepted', 'clerk'), 'plain');
  assert.equal(see('draft', 'approver'), 'hidden');
});

test('the applicant changes a draft, then only what was asked for, and nothing that stays as filed', () => {
  const asked = [
    { at: 'story', problem: 'x' },
    { at: 'as', problem: 'x' },
  ];
  const rights: FieldRight[] = [{ questions: ['as'], sees: {}, isFixedOnceFiled: true }];
  assert.equal(whyShut('as', { status: 'draft' }, rights), undefined);
  assert.equal(whyShut('story', { status: 'correction', asked }, rights), undefined);
  assert.equal(whyShut('as', { status: 'correction', asked }, rights)?.kind, 'not-asked');
  assert.equal(whyShut('other', { status: 'correction', asked }, rights)?.kind, 'not-asked');
  for (const status of statuses.filter((one) => one !== 'draft' && one !== 'correction'))
    assert.equal(whyShut('story', { status, asked }, rights)?.kind, 'wrong-status', status);
});
