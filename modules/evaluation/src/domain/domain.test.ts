import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate, type Instant } from '@zhengtong/kernel';
import { makeWorkCalendar } from '@zhengtong/standards';
import fc from 'fast-check';
import { areChoicesOf, choicesOf } from './choices.ts';
import { grades, isStars, type Stars } from './grades.ts';
import { limitPresets } from './limits.ts';
import {
  dueDayOf,
  foldRectification,
  mayHappen,
  type Recorded,
  type Rectification,
  type RectificationAction,
  rerateUntil,
} from './rectification.ts';
import { type RectificationActionKind, transitions } from './transitions.ts';

const calendar = makeWorkCalendar({ division: '990100' });
const all = [1, 2, 3, 4, 5] as const satisfies readonly Stars[];

/** Actions a day apart from 2026-09-21, a Monday. */
function stateAfter(actions: readonly RectificationAction[], isGroup = false): Rectification {
  const whole: RectificationAction[] = [{ kind: 'opened', isGroup }, ...actions];
  const recorded = whole.map((action, index): Recorded => {
    const at = new Date(Date.UTC(2026, 8, 21 + index, 2)).toISOString() as Instant;
    return { ...action, seq: index + 1, at, by: { kind: 'staff', id: 'first' } };
  });
  return foldRectification(recorded)!;
}

const words = '情况属实';

test('only one to five stars is a grade: nothing, null, six, halves and texts are none', () => {
  for (const value of [undefined, null, 0, 6, 4.5, '5', Number.NaN, [5]]) assert.equal(isStars(value), false);
  for (const stars of all) assert.ok(isStars(stars));
});

test('the two lowest grades are poor, and every grade has choices of its own kind', () => {
  assert.deepEqual(
    all.filter((stars) => grades[stars].isPoor),
    [1, 2],
  );
  for (const stars of all) assert.ok(choicesOf(stars).length >= 4);
  assert.equal(areChoicesOf(1, ['beyond']), true);
  assert.equal(areChoicesOf(5, ['beyond']), false);
  assert.equal(areChoicesOf(1, ['speed', 'speed']), false);
  assert.equal(areChoicesOf(1, ['__proto__']), false);
});

test('limits run in working days: opened on the Friday before the holiday week, due after it', () => {
  const opened: Rectification = { state: 'opened', seq: 1, isGroup: false, openedOn: civilDate('2026-09-24') };
  const limits = limitPresets['five-working-days'];
  assert.equal(dueDayOf(opened, limits, calendar), firstWorkingDayAfter('2026-09-24'));
  const contacted: Rectification = { ...opened, state: 'contacted' };
  const due = dueDayOf(contacted, limits, calendar);
  assert.ok(due && due > '2026-10-01', due);
});

const firstWorkingDayAfter = (on: string): string | undefined =>
  dueDayOf(
    { state: 'repaired', seq: 1, isGroup: false, openedOn: civilDate(on), settledOn: civilDate(on) },
    limitPresets['five-working-days'],
    calendar,
  );

test('a rectification goes from call to repair to answer to the citizen, and nothing of it can be left out', () => {
  const desk = { as: ['desk'] as const, id: 'a' };
  const steps: RectificationAction[] = [
    { kind: 'contacted', words },
    { kind: 'repaired', words },
    { kind: 'fed-back', words },
  ];
  for (let done = 0; done < steps.length; done++) {
    const state = stateAfter(steps.slice(0, done));
    const possible = (['contacted', 'repaired', 'explained', 'fed-back'] as const).filter(
      (kind) => mayHappen(state, kind, desk).ok,
    );
    assert.deepEqual(
      possible,
      [['contacted'], ['repaired', 'explained'], ['fed-back']][done],
      `after ${done} steps: ${possible}`,
    );
  }
});

test('a group of anonymous ratings is repaired without a call, for nobody can be called', () => {
  const desk = { as: ['desk'] as const, id: 'a' };
  const group = stateAfter([], true);
  assert.equal(mayHappen(group, 'contacted', desk).ok, false);
  assert.equal(mayHappen(group, 'appealed', desk).ok, false);
  assert.ok(mayHappen(group, 'repaired', desk).ok);
});

test('an appeal is decided by a supervisor who did not make it, once, and before the citizen is answered', () => {
  const appealed: RectificationAction = { kind: 'appealed', because: 'mistaken', words };
  const state = stateAfter([{ kind: 'contacted', words }, { kind: 'explained', words }, appealed]);
  const kind = (id: string) => {
    const may = mayHappen(state, 'appeal-upheld', { as: ['desk', 'supervisor'], id });
    return may.ok ? 'ok' : may.refusal.kind;
  };
  assert.deepEqual([kind('first'), kind('second')], ['own-appeal', 'ok']);
  assert.equal(mayHappen(state, 'fed-back', { as: ['desk'], id: 'x' }).ok, false);
  const rejected = stateAfter([appealed, { kind: 'appeal-rejected', words }]);
  assert.equal(mayHappen(rejected, 'appealed', { as: ['desk'], id: 'x' }).ok, false);
});

test('staff cannot close what the citizen has not answered, nor rate in their place', () => {
  const everyStaff = { as: ['desk', 'supervisor'] as const, id: 'x' };
  const answered = stateAfter([
    { kind: 'contacted', words },
    { kind: 'repaired', words },
    { kind: 'fed-back', words },
  ]);
  assert.equal(mayHappen(answered, 'closed', everyStaff).ok, false);
  assert.equal(mayHappen(answered, 're-rated', everyStaff).ok, false);
  assert.equal(rerateUntil(answered), '2026-10-09');
});

test('whatever happens in whatever order, the state is one of the table and a closed one stays closed', () => {
  const kinds = Object.keys(transitions).filter((kind) => kind !== 'opened') as RectificationActionKind[];
  const doers = ['desk', 'supervisor', 'applicant', 'clock'] as const;
  const make = (kind: RectificationActionKind): RectificationAction =>
    ({ kind, words, stars: 1, because: 'mistaken', toPostId: 'p' }) as unknown as RectificationAction;
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.constantFrom(...kinds), { maxLength: 20 }), (isGroup, tried) => {
      const done: RectificationAction[] = [];
      for (const kind of tried) {
        const before = stateAfter(done, isGroup);
        const isPossible = doers.some((doer) => mayHappen(before, kind, { as: [doer], id: 'second' }).ok);
        if (before.state === 'closed') assert.equal(isPossible, false, kind);
        if (isPossible) done.push(make(kind));
      }
      const { state, seq } = stateAfter(done, isGroup);
      assert.equal(seq, done.length + 1);
      if (isGroup) assert.notEqual(state, 'contacted');
    }),
  );
});
