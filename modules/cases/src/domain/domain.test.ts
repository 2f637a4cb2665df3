import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate, type Instant, instantOf } from '@zhengtong/kernel';
import { makeWorkCalendar } from '@zhengtong/standards';
import fc from 'fast-check';
import type { CaseAction, Recorded } from './action.ts';
import { findFilingNumber, makeFilingNumber, makeOfficialNumber } from './case-number.ts';
import { type CaseState, isClosed, statuses } from './case-state.ts';
import { type CaseTerms, nextDueDays, readClocks } from './clocks.ts';
import { applyAction, emptyCase, foldCase } from './fold-case.ts';
import { mayHappen } from './may-happen.ts';
import { nextLook } from './next-look.ts';
import { remediesFrom } from './remedies.ts';
import { listSecrets, maskAnswer } from './secret-places.ts';
import { type Doer, transitions } from './transitions.ts';
import { turnOf } from './turn.ts';

const calendar = makeWorkCalendar();
const terms: CaseTerms = {
  legal: { unit: 'working-day', count: 20 },
  promised: { unit: 'working-day', count: 5 },
  stepHalfDays: [6, 4],
  mostPauseDays: { site: 10 },
};
const staff = { kind: 'staff' as const, id: 's1' };

/** A case from actions, each on a day at ten in the morning. */
function history(...steps: [day: string, action: CaseAction, by?: Recorded['by']][]): CaseState {
  return foldCase(
    'o1',
    steps.map(([day, action, by = staff], i) => ({
      ...action,
      seq: i + 1,
      at: instantOf(civilDate(day), '10:00'),
      by,
    })),
  );
}
const filed: [string, CaseAction][] = [
  ['2026-09-21', { kind: 'started' }],
  ['2026-09-21', { kind: 'submitted' }],
];
const accepted: [string, CaseAction][] = [...filed, ['2026-09-22', { kind: 'accepted', isDeemed: false }]];

test('the promise counts working days, the first day not, nor Mid-Autumn and National Day; a make-up Saturday counts', () => {
  const state = history(...accepted);
  assert.equal(nextDueDays(state, terms, calendar).dueOn, '2026-09-30');
  assert.equal(nextDueDays(state, terms, calendar).legalDueOn, '2026-10-27');
});

test('a pause takes its days out and adds them behind', () => {
  const pause: CaseAction = {
    kind: 'paused',
    procedure: 'site',
    name: '现场核查',
    nameEn: 'Site visit',
    reason: '约定核查',
    law: '行政许可法第四十五条',
  };
  const standing = history(...accepted, ['2026-09-23', pause]);
  assert.equal(nextDueDays(standing, terms, calendar).dueOn, null);
  const running = history(...accepted, ['2026-09-23', pause], ['2026-09-28', { kind: 'resumed' }]);
  assert.equal(nextDueDays(running, terms, calendar).dueOn, '2026-10-09');
  assert.equal(running.pauses[0]?.reason.en, 'Site visit: 约定核查 (行政许可法第四十五条)');
});

test('not told within five working days means accepted from the day the materials came in', () => {
  const clocks = readClocks(history(...filed), terms, calendar, civilDate('2026-09-30'));
  assert.equal(clocks.acceptance?.due.kind === 'due' && clocks.acceptance.due.on, '2026-09-29');
  assert.ok(clocks.acceptance?.isOverdue);
  const deemed = history(...filed, ['2026-09-30', { kind: 'accepted', isDeemed: true }]);
  assert.equal(deemed.acceptedOn, '2026-09-21');
});

test('a correction starts the five days anew and wipes the checks of what was corrected only', () => {
  const state = history(
    ...filed,
    ['2026-09-22', { kind: 'material-checked', material: 'plan', check: 'signed', isFine: false, note: '无签名' }],
    ['2026-09-22', { kind: 'material-checked', material: 'lease', check: 'valid', isFine: true }],
    ['2026-09-22', { kind: 'correction-asked', points: [{ at: 'plan', problem: '请签名' }] }],
    ['2026-09-24', { kind: 'correction-answered' }],
  );
  assert.equal(state.receivedOn, '2026-09-24');
  assert.deepEqual(Object.keys(state.checks), ['lease/valid']);
});

test('two officers do not both work a case', () => {
  const held = history(...filed, ['2026-09-22', { kind: 'claimed' }, { kind: 'staff', id: 'li' }]);
  const say = (id: string, action: Parameters<typeof mayHappen>[1]) => {
    const result = mayHappen(held, action, { doers: ['clerk'], id });
    return result.ok ? 'ok' : result.refusal.kind;
  };
  assert.equal(say('li', 'accepted'), 'ok');
  assert.equal(say('wang', 'accepted'), 'held-by-other');
  assert.equal(say('wang', 'claimed'), 'held-by-other');
});

test('a hold is put back by its holder, and by the supervisor alone for somebody else', () => {
  const held = history(...filed, ['2026-09-22', { kind: 'claimed' }, { kind: 'staff', id: 'li' }]);
  const say = (state: CaseState, id: string, doer: Doer, action: CaseAction['kind']) => {
    const result = mayHappen(state, action, { doers: [doer], id });
    return result.ok ? 'ok' : result.refusal.kind;
  };
  for (const action of ['released', 'transferred'] as const) {
    assert.equal(say(held, 'li', 'clerk', action), 'ok');
    for (const doer of ['clerk', 'reviewer', 'approver'] as const)
      assert.equal(say(held, 'wang', doer, action), 'held-by-other', `${action} by ${doer}`);
    assert.equal(say(held, 'zhao', 'supervisor', action), 'ok');
  }
  assert.equal(say(history(...filed), 'zhao', 'supervisor', 'released'), 'not-claimed');
});

test('an accepted case lies free for its next post, whatever its clerk remembers to do', () => {
  const state = history(
    ...filed,
    ['2026-09-22', { kind: 'claimed' }, { kind: 'staff', id: 'li' }],
    ['2026-09-22', { kind: 'accepted', isDeemed: false }, { kind: 'staff', id: 'li' }],
  );
  assert.equal(state.heldBy, undefined);
  assert.ok(mayHappen(state, 'claimed', { doers: ['reviewer'], id: 'sun' }).ok);
});

test('nothing happens to a case the table does not allow, whatever the history', () => {
  const kinds = Object.keys(transitions) as CaseAction['kind'][];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 40 }), (wished) => {
      let state = emptyCase('o1');
      for (const [i, kind] of wished.entries()) {
        const rule = transitions[kind];
        const by = { kind: 'staff' as const, id: 's1' };
        const may = mayHappen(state, kind, { doers: [...rule.by], id: 's1' });
        if (!may.ok) continue;
        assert.ok(rule.from.includes(state.status) && !(isClosed(state.status) && rule.to === 'accepted'));
        const before = state.status;
        state = applyAction(state, { ...sample(kind), seq: i + 1, at: '2026-09-22T02:00:00.000Z' as Instant, by });
        assert.equal(state.status, rule.to === 'same' ? before : rule.to);
      }
      return statuses.includes(state.status);
    }),
  );
});

/** An action of a kind with the least in it. */
function sample(kind: CaseAction['kind']): CaseAction {
  const rest = {
    reason: 'x',
    note: '',
    step: 'review',
    toStep: 'review',
    agrees: true,
    outcome: 'approved',
    reasons: '',
    laws: [],
    points: [],
  };
  const more = {
    material: 'm',
    check: 'c',
    isFine: true,
    isDeemed: false,
    workingDays: 5,
    organisationId: 'o2',
    way: 'online',
    name: 'n',
    law: 'l',
    procedure: 'p',
  };
  return { ...rest, ...more, kind, because: 'overdue', toPostId: 'p' } as unknown as CaseAction;
}

test('whose turn it is follows the steps, and the last step is the decision', () => {
  const steps = [
    { key: 'review', role: 'reviewer' as const },
    { key: 'decide', role: 'approver' as const },
  ];
  assert.equal(turnOf(history(...filed), steps).role, 'clerk');
  assert.equal(turnOf(history(...accepted), steps).role, 'reviewer');
  const reviewed = history(...accepted, [
    '2026-09-23',
    { kind: 'step-finished', step: 'review', agrees: true, note: '' },
  ]);
  assert.equal(turnOf(reviewed, steps).role, 'approver');
});

test('a case is looked at on the morning of the warning and when a limit ends', () => {
  const state = history(...accepted);
  const first = nextLook(state, terms, calendar, instantOf(civilDate('2026-09-22'), '11:00'));
  assert.equal(first, instantOf(civilDate('2026-09-28'), '08:30'));
  const warned = history(...accepted, ['2026-09-28', { kind: 'warned', lastOn: civilDate('2026-09-30'), toStaff: [] }]);
  const second = nextLook(warned, terms, calendar, first as Instant);
  assert.equal(second, instantOf(civilDate('2026-10-01')));
});

test('a limit that is near at once as its pause ends is looked at the next morning', () => {
  const paused = {
    kind: 'paused',
    procedure: 'site',
    name: '现场核查',
    reason: '核查',
    law: '行政许可法第四十五条',
  } as const;
  const state = history(...accepted, ['2026-09-29', paused], ['2026-10-12', { kind: 'resumed' }]);
  const { dueOn, warnOn } = nextDueDays(state, terms, calendar);
  assert.ok(warnOn && warnOn <= '2026-10-12' && dueOn && dueOn > '2026-10-12', `${warnOn} ${dueOn}`);
  const next = nextLook(state, terms, calendar, instantOf(civilDate('2026-10-12'), '11:00'));
  assert.equal(next, instantOf(civilDate('2026-10-13'), '08:30'));
});

test('a pause is looked at the morning after the longest its procedure may last, and then no more', () => {
  const paused = {
    kind: 'paused',
    procedure: 'site',
    name: '现场核查',
    reason: '核查',
    law: '行政许可法第四十五条',
  } as const;
  const state = history(...accepted, ['2026-09-23', paused]);
  const next = nextLook(state, terms, calendar, instantOf(civilDate('2026-09-23'), '11:00'));
  assert.equal(next, instantOf(civilDate('2026-10-04'), '08:30'));
  const told = applyAction(state, {
    ...{ kind: 'pause-overdue', lastOn: civilDate('2026-10-03'), toStaff: [], by: staff },
    ...{ seq: state.seq + 1, at: next as Instant },
  });
  assert.equal(nextLook(told, terms, calendar, next as Instant), undefined);
});

test('a refusal names the last day of review and suit', () => {
  const law = { law: '行政复议法', article: '第二十条' };
  const remedies = remediesFrom(civilDate('2026-08-31'), {
    review: { body: '示例市人民政府', days: 60, law },
    suit: { court: '示例市人民法院', months: 6, law },
  });
  assert.deepEqual(
    remedies.map((remedy) => remedy.lastOn),
    ['2026-10-30', '2027-02-28'],
  );
});

test('a number read over the telephone is found again, and a slip of one character is noticed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), fc.nat(11), (bytes, at) => {
      const number = makeFilingNumber(() => bytes);
      assert.equal(findFilingNumber(` ${number.toLowerCase().replaceAll('-', ' ')}`), number);
      const plain = number.replaceAll('-', '').slice(2, 14);
      const other = plain[at] === 'X' ? 'Y' : 'X';
      const slipped = `ZT${plain.slice(0, at)}${other}${plain.slice(at + 1)}${number.at(-1)}`;
      return findFilingNumber(slipped) === undefined;
    }),
  );
  assert.match(
    makeOfficialNumber('990100', civilDate('2026-09-22'), () => new Uint8Array(8)),
    /^99010020260922\d{8}[0-9A-Z]$/,
  );
});

test('an officer sees no whole number that names a person, wherever it stands', () => {
  const number = '990100199001010012';
  const person = { name: '王小明', idNumber: number, phone: '13900000001' };
  assert.equal(maskAnswer({ key: 'n', kind: 'identity-number' }, number), '9***************12');
  assert.deepEqual(maskAnswer({ key: 'agent', kind: 'person' }, person), {
    name: '王小明',
    idNumber: '9***************12',
    phone: '139****0001',
  });
  const family = {
    key: 'members',
    kind: 'group',
    questions: [
      { key: 'who', kind: 'person' },
      { key: 'card', kind: 'bank-card' },
    ],
  };
  const members = [{ who: person, card: '6217000010001234567' }, { who: { name: '林桂芳' } }];
  assert.doesNotMatch(JSON.stringify(maskAnswer(family, members)), /990100199001010012|13900000001|6217000010/);
  assert.deepEqual(
    listSecrets(family, members).map(({ path, text }) => [path, text]),
    [
      ['members.0.who.idNumber', number],
      ['members.0.who.phone', '13900000001'],
      ['members.0.card', '6217000010001234567'],
    ],
  );
  assert.equal(maskAnswer({ key: 't', kind: 'text' }, '990'), '990');
});
