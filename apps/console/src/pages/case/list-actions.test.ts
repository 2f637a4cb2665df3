import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listActions } from './list-actions.ts';

const step = (key: string, role: string, more: { isDone?: boolean; isDue?: boolean }) => ({
  key,
  name: key,
  role,
  isDone: false,
  isDue: false,
  dueOn: null,
  ...more,
});

const accepted = {
  status: 'accepted',
  heldBy: '李',
  heldByMe: true,
  may: ['claimed', 'released', 'paused', 'step-finished', 'sent-back', 'decided'],
  roles: ['approver'],
};
const names = (view: Parameters<typeof listActions>[0]) => listActions(view).map(({ name }) => name);

test('the last step is finished by deciding, the steps before it by their own post', () => {
  const first = [step('review', 'reviewer', { isDue: true }), step('decide', 'approver', {})];
  const last = [step('review', 'reviewer', { isDone: true }), step('decide', 'approver', { isDue: true })];
  assert.ok(!names({ ...accepted, steps: first }).includes('finish-step'));
  assert.ok(names({ ...accepted, roles: ['reviewer'], steps: first }).includes('finish-step'));
  assert.equal(names({ ...accepted, steps: last })[0], 'decide');
  assert.ok(!names({ ...accepted, steps: first }).includes('decide'));
});

test('who holds a case with nothing more to do is led to put it back', () => {
  const steps = [step('review', 'reviewer', { isDue: true }), step('decide', 'approver', {})];
  const view = { ...accepted, roles: ['clerk'], may: ['released', 'paused'], steps };
  assert.deepEqual(listActions(view)[0], { name: 'release', key: 'x', isMain: true });
});

test('nothing is offered that the server would not allow, and every key is there once', () => {
  const steps = [step('review', 'reviewer', { isDone: true }), step('decide', 'approver', { isDue: true })];
  assert.deepEqual(names({ ...accepted, may: [], steps }), []);
  const keys = listActions({ ...accepted, steps }).map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
});
