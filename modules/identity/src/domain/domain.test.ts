import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, roles, toInstant } from '@zhengtong/kernel';
import { type ActorPlace, mayAct, type ObjectAction } from './access.ts';
import { type Attempts, afterFailure, isLocked } from './attempts.ts';
import { findPause } from './code-pause.ts';
import { checkPassword } from './password.ts';
import { isSessionAlive } from './session.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 8, 21, 1, minutes)).toISOString() as Instant;

test('six wrong tries lock for a quarter of an hour, and knocking on the lock does not renew it', () => {
  let attempts: Attempts | undefined;
  for (let i = 0; i < 6; i++) {
    assert.equal(isLocked(attempts, at(0)), false);
    attempts = afterFailure(attempts, at(0));
  }
  assert.ok(isLocked(attempts, at(14)));
  for (let i = 0; i < 50; i++) attempts = afterFailure(attempts, at(10));
  assert.equal(isLocked(attempts, at(15)), false);
});

test('tries spread over the day never lock', () => {
  let attempts: Attempts | undefined;
  for (let i = 0; i < 40; i++) attempts = afterFailure(attempts, at(i * 16));
  assert.equal(isLocked(attempts, at(40 * 16)), false);
});

test('a session ends when idle and, however busy, after twelve hours', () => {
  const staff = { kind: 'staff' as const, startedAt: at(0), seenAt: at(0), endedAt: null };
  assert.ok(isSessionAlive(staff, at(14)));
  assert.equal(isSessionAlive(staff, at(15)), false);
  assert.equal(isSessionAlive({ ...staff, seenAt: at(719) }, at(720)), false);
  assert.equal(isSessionAlive({ ...staff, endedAt: at(1) }, at(2)), false);
});

test('passwords that anybody would try first are refused', () => {
  for (const password of [
    '123456789012',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'short',
    'zhaohongyuan2026',
    'x'.repeat(129),
  ]) {
    assert.equal(checkPassword(password, ['zhaohongyuan']).ok, false, password);
  }
  assert.ok(checkPassword('四季如春-tea-and-rain', []).ok);
});

const here = { divisionCode: '990100', organisationId: 'o1', ownerId: 'p1' };
const actions: ObjectAction[] = [
  'read',
  'claim',
  'check',
  'accept',
  'pause',
  'review',
  'decide',
  'deliver',
  'transfer',
];

test('nobody outside the handling organisation reads or touches its cases, whatever the post', () => {
  for (const role of roles) {
    for (const action of actions) {
      const actor: ActorPlace = { id: 's', kind: 'staff', roles: [role], divisionCode: '990100', organisationId: 'o2' };
      assert.equal(mayAct(actor, action, here), false, `${role} ${action}`);
      assert.equal(mayAct({ ...actor, divisionCode: '990200', organisationId: 'o1' }, action, here), false);
    }
  }
});

test("a person reads what is their own or their firm's, and only that", () => {
  const owner: ActorPlace = { id: 'p1', kind: 'person', roles: ['person'] };
  assert.ok(mayAct(owner, 'read', here));
  assert.ok(mayAct({ ...owner, id: 'p2', firmId: 'p1' }, 'read', here));
  assert.equal(mayAct({ ...owner, id: 'p2' }, 'read', here), false);
  for (const action of actions.slice(1)) assert.equal(mayAct(owner, action, here), false, action);
});

test('who accepts a case cannot decide it, and who decides cannot accept', () => {
  const at = (role: 'clerk' | 'approver'): ActorPlace => ({ id: 's', kind: 'staff', roles: [role], ...here });
  assert.ok(mayAct(at('clerk'), 'accept', here) && !mayAct(at('clerk'), 'decide', here));
  assert.ok(mayAct(at('approver'), 'decide', here) && !mayAct(at('approver'), 'accept', here));
});

test('one network gets five codes an hour for a phone; all networks together fewer than 200 a day', () => {
  const start = Date.parse('2026-09-21T00:00:00Z');
  const made: { at: number; network: string }[] = [];
  const ask = (minute: number, network: string): boolean => {
    const at = start + minute * 60_000;
    const lastHour = made.filter((one) => one.at > at - 3_600_000).reverse();
    const codes = lastHour.map((one) => ({ made_at: toInstant(one.at), network: one.network }));
    if (findPause(codes, network, toInstant(at))) return false;
    made.push({ at, network });
    return true;
  };
  for (let i = 0; i < 5; i++) assert.ok(ask(0, 'a'));
  assert.equal(ask(59, 'a'), false);
  assert.ok(ask(60, 'a'));
  made.length = 0;
  for (let i = 0; i < 4; i++) ask(0, 'a');
  assert.ok(ask(0, 'b'), 'another network asks although one has had its share');
  made.length = 0;
  for (let minute = 0; minute < 24 * 60; minute++) for (let i = 0; i < 6; i++) ask(minute, `${minute}-${i}`);
  assert.ok(made.length > 100 && made.length < 200, `${made.length} codes in a day`);
});
