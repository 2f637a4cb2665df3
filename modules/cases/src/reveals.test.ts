import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { subjectOf } from '@zhengtong/identity';
import { type Instant, must } from '@zhengtong/kernel';
import { type Actor, listReadsOf } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { ActOnCase, type CaseCommand, type CaseView, GetCase, ReadRevealed, RevealField } from './contract.ts';
import { fileCase } from './file-at-once.ts';
import { mostRevealsADay } from './reveal-field.ts';
import { casesWorld } from './test.ts';

const label = (zh: string) => ({ zh, en: zh });
const card = '6217000010001234569';
const agent = { name: '林桂芳', idNumber: '990100195003150029', phone: '13900000002' };

/** A form with a bank card, a person, a story nobody but the approver reads, and a choice that stays as filed. */
const form = {
  title: label('申请'),
  sections: [
    {
      key: 's',
      title: label('内容'),
      questions: [
        { key: 'account', kind: 'bank-card' as const, label: label('收款银行卡') },
        { key: 'agent', kind: 'person' as const, label: label('经办人') },
        { key: 'story', kind: 'text' as const, label: label('困难的原因') },
      ],
    },
  ],
};

async function personalCase(t: Parameters<typeof casesWorld>[0]) {
  const scene = await casesWorld(t);
  const { world, organisation, applicant } = scene;
  const item = await givenItem(world, {
    organisation,
    form,
    materials: [],
    process: {
      steps: [
        { key: 'review', name: '审查', role: 'reviewer', halfDays: 6 },
        { key: 'decide', name: '决定', role: 'approver', halfDays: 4 },
      ],
      excluded: [],
      silence: 'none',
      fieldRights: [{ questions: ['story'], sees: { clerk: 'hidden', reviewer: 'masked', approver: 'on-reason' } }],
    },
  });
  const answers = { account: card, agent, story: '家中有重病人' };
  const given = { divisionCode: item.divisionCode, itemId: item.itemId, answers, materials: [] };
  const caseId = must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
  const act = async (as: Actor, ...commands: CaseCommand[]): Promise<void> => {
    for (const body of commands)
      assert.equal((await world.call(ActOnCase, { as, params: { caseId }, body })).status, 200, body.kind);
  };
  const see = async (as: Actor) => (await world.call(GetCase, { as, params: { caseId } })).body as unknown as CaseView;
  const ask = (as: Actor, field: string, more: object = {}) =>
    world.call(RevealField, { as, params: { caseId }, body: { field, reason: 'call', ...more } });
  const read = (as: Actor, revealId: unknown) =>
    world.call(ReadRevealed, { as, params: { caseId, revealId: String(revealId) } });
  return { ...scene, caseId, act, see, ask, read };
}

const kindOf = ({ status, body }: { status: number; body: { type?: unknown } }): string =>
  status === 200 ? 'ok' : String(body.type).replace('/problems/', '');

test('what a post may not see does not leave the server, and the page is told that it is not for this post', async (t) => {
  const { clerk, reviewer, see, act } = await personalCase(t);
  await act(clerk, { kind: 'claim' }, { kind: 'accept' });
  for (const [as, sight, lines] of [
    [clerk, 'hidden', []],
    [reviewer, 'masked', ['***']],
  ] as const) {
    const view = await see(as);
    assert.doesNotMatch(JSON.stringify(view), /重病|6217000010|990100195003150029|13900000002/);
    const story = view.answers.find(({ key }) => key === 'story');
    assert.deepEqual([story?.sight, story?.lines], [sight, lines]);
  }
});

test('who holds the case sees one number whole for a reason, and the applicant reads who, what and why', async (t) => {
  const { world, clerk, ask, read, see, act, caseId, applicant } = await personalCase(t);
  await act(clerk, { kind: 'claim' });
  const fields = (await see(clerk)).revealable.map(({ field }) => field);
  assert.deepEqual(fields, ['applicant.residentNumber', 'applicant.phone', 'account', 'agent.idNumber', 'agent.phone']);
  const asked = await ask(clerk, 'agent.phone', { words: '约定核查时间' });
  assert.doesNotMatch(JSON.stringify(asked.body), /13900000002/);
  const shown = await read(clerk, asked.body.revealId);
  assert.equal(shown.body.value, agent.phone);
  const reads = await reading(world, applicant, (ctx) => listReadsOf(ctx, subjectOf(ctx, applicant.id)));
  const mine = reads.find((one) => one.purpose.startsWith('查看完整号码'));
  assert.deepEqual(
    [mine?.purpose, mine?.fields, mine?.caseId, mine?.organisation, mine?.actor],
    ['查看完整号码：打电话联系您（约定核查时间）', ['经办人：电话'], caseId, clerk.organisationId, clerk.id],
  );
});

test('a number asked for lies in no stored answer, no event and no row', async (t) => {
  const { world, clerk, ask, read, act } = await personalCase(t);
  await act(clerk, { kind: 'claim' });
  const asked = await ask(clerk, 'account', { words: '核对户名' });
  assert.equal((await read(clerk, asked.body.revealId)).body.value, card);
  for (const table of ['platform.idempotency_keys', 'platform.events', 'platform.access_log', 'cases.reveals']) {
    const { rows } = await sql<{ all: string }>`
      select coalesce(string_agg(t::text, ''), '') as all from ${sql.table(table)} t`.execute(world.db);
    assert.doesNotMatch(rows[0]?.all ?? '', new RegExp(card), table);
  }
});

test('nobody but the holder in their own turn is shown anything, and each is told why', async (t) => {
  const { clerk, reviewer, approver, supervisor, ask, read, act } = await personalCase(t);
  assert.equal(kindOf(await ask(clerk, 'account')), 'not-claimed');
  await act(clerk, { kind: 'claim' });
  for (const as of [reviewer, approver]) assert.equal(kindOf(await ask(as, 'account')), 'held-by-other');
  assert.equal(kindOf(await ask(supervisor, 'account')), 'not-allowed');
  assert.equal(kindOf(await ask({ ...clerk, organisationId: crypto.randomUUID() }, 'account')), 'not-found');
  for (const field of ['story', 'agent.name', 'agent', 'applicant.name', '__proto__', 'account.0'])
    assert.equal(kindOf(await ask(clerk, field)), 'not-revealable', field);
  assert.equal(kindOf(await ask(clerk, 'account', { reason: 'other' })), 'words-missing');
  for (const words of ['电话 13900000002', '电话 １３９０００００００２'])
    assert.equal(kindOf(await ask(clerk, 'account', { words })), 'number-in-words');
  const { body } = await ask(clerk, 'account');
  assert.equal(kindOf(await read(reviewer, body.revealId)), 'not-found');
  await act(clerk, { kind: 'accept' });
  assert.equal(kindOf(await read(clerk, body.revealId)), 'reveal-over');
  await act(clerk, { kind: 'claim' });
  assert.equal(kindOf(await ask(clerk, 'account')), 'not-revealable');
  await act(clerk, { kind: 'release' });
  await act(reviewer, { kind: 'claim' });
  assert.equal(kindOf(await ask(reviewer, 'account')), 'ok');
});

test('a number asked for is read for a minute and no longer, and not more often a day than the work needs', async (t) => {
  const { world, clerk, ask, read, act } = await personalCase(t);
  await act(clerk, { kind: 'claim' });
  const { body } = await ask(clerk, 'applicant.phone');
  world.now = '2026-09-21T02:01:01.000Z' as Instant;
  assert.equal(kindOf(await read(clerk, body.revealId)), 'reveal-over');
  for (let asked = 1; asked < mostRevealsADay; asked++) assert.equal(kindOf(await ask(clerk, 'applicant.phone')), 'ok');
  assert.equal(kindOf(await ask(clerk, 'applicant.phone')), 'too-many-today');
  world.now = '2026-09-22T02:00:00.000Z' as Instant;
  assert.equal(kindOf(await ask(clerk, 'applicant.phone')), 'ok');
});

test('the numbers of a day are counted though those of many cases are asked for at once', async (t) => {
  const { world, clerk, file } = await casesWorld(t);
  const ask = (caseId: string) =>
    world.call(RevealField, { as: clerk, params: { caseId }, body: { field: 'applicant.phone', reason: 'call' } });
  const cases: string[] = [];
  for (let i = 0; i < 6; i++) {
    const caseId = await file();
    await world.call(ActOnCase, { as: clerk, params: { caseId }, body: { kind: 'claim' } });
    cases.push(caseId);
  }
  for (let asked = 2; asked < mostRevealsADay; asked++) assert.equal(kindOf(await ask(cases[0] ?? '')), 'ok');
  const said = (await Promise.all(cases.map(ask))).map(kindOf).sort();
  assert.deepEqual(said, [...Array(2).fill('ok'), ...Array(4).fill('too-many-today')]);
});
