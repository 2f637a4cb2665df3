import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { filesModule } from '@zhengtong/files';
import { forgetDaysKept, givenFile, listDaysKept } from '@zhengtong/files/test';
import { sayAnswer } from '@zhengtong/forms';
import { type CivilDate, must, toInstant } from '@zhengtong/kernel';
import { type Actor, type Delivered, scheduleRecurring } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { sayDay } from '@zhengtong/standards';
import { sql } from 'kysely';
import { attachMaterial } from './attach-material.ts';
import { ActOnCase, type CaseCommand, GetCase, SubmitCase } from './contract.ts';
import type { Recorded } from './domain/action.ts';
import { papersKeptUntil } from './domain/papers-kept.ts';
import { casesModule, getMyCase } from './index.ts';
import { keepPapersListeners } from './keep-papers.ts';
import { drawnLetters } from './letters/drawn-letters.ts';
import { renderLetter } from './letters/render-letter.ts';
import { saveAnswers } from './save-answers.ts';
import { startCase } from './start-case.ts';
import { submitCase } from './submit-case.ts';
import { casesWorld } from './test.ts';
import { withdrawCase } from './withdraw-case.ts';

const log = (...kinds: readonly (readonly [string, string])[]) =>
  kinds.map(([kind, at], i) => ({ kind, at: toInstant(Date.parse(at)), seq: i + 1 })) as unknown as Recorded[];
const filed = ['submitted', '2024-02-28T02:00:00Z'] as const;
const usual = { decided: '10-years', undecided: '5-years' } as const;

test('papers are kept from the end of a case, its last day whole, by whether it has an answer', () => {
  const until = (kind: string, retention: Parameters<typeof papersKeptUntil>[1] = usual) =>
    papersKeptUntil(log(filed, [kind, '2024-02-29T02:00:00Z'], ['archived', '2025-01-01T02:00:00Z']), retention);
  // A leap day has none to correspond to ten years later: the month's last day is the last (民法典 202).
  const ten = '2034-02-28T16:00:00.000Z';
  const five = '2029-02-28T16:00:00.000Z';
  assert.deepEqual(
    ['delivered', 'not-accepted'].map((kind) => until(kind)),
    [ten, ten],
  );
  assert.deepEqual(
    ['withdrawn', 'lapsed'].map((kind) => until(kind)),
    [five, five],
  );
  assert.equal(until('delivered', { ...usual, decided: '30-years' }), '2054-02-28T16:00:00.000Z');
  assert.equal(until('delivered', { ...usual, decided: 'permanent' }), undefined);
  assert.equal(until('withdrawn', { ...usual, decided: 'permanent' }), five);
});

test('papers of a case that goes on have no day; those of one never filed go when it ends', () => {
  assert.equal(papersKeptUntil(log(filed, ['decided', '2024-03-01T02:00:00Z']), usual), undefined);
  const left = log(['started', '2024-02-01T02:00:00Z'], ['lapsed', '2024-05-02T02:00:00Z']);
  assert.equal(papersKeptUntil(left, { decided: 'permanent', undecided: '30-years' }), '2024-05-02T02:00:00.000Z');
});

const sayErased = (on: string, years: number) =>
  `文件已于${sayDay(on as CivilDate).zh}删除：按事项规定，办结后保管 ${years} 年，期限已满（个人信息保护法第四十七条）`;

/** A city whose sweeps run, and what is known of its files. */
async function sweptWorld(t: Parameters<typeof casesWorld>[0]) {
  const scene = await casesWorld(t);
  const { world, ports } = scene;
  const jobs = [...(filesModule(ports).recurring ?? []), ...(casesModule.recurring ?? [])];
  await scheduleRecurring(world.setting, jobs);
  const days = () => listDaysKept(world);
  const countBytes = async () => (await Array.fromAsync(ports.storage.list())).length;
  const goTo = async (at: string) => {
    world.now = toInstant(Date.parse(at));
    await world.drain();
    // What a job found is worked off an hour later at the latest.
    world.now = toInstant(Date.parse(at) + 3_600_000);
    await world.drain();
  };
  const does = async (as: Actor, caseId: string, body: CaseCommand) =>
    assert.equal((await world.call(ActOnCase, { as, params: { caseId }, body })).status, 200, body.kind);
  return { ...scene, days, countBytes, goTo, does };
}

test('the files of a case not accepted stay ten years and are erased after; its log, answers and letters stay', async (t) => {
  const { world, clerk, applicant, file, days, countBytes, goTo, does } = await sweptWorld(t);
  const caseId = await file();
  await does(clerk, caseId, { kind: 'claim' });
  assert.deepEqual(await days(), [null]);
  await does(clerk, caseId, { kind: 'refuse-acceptance', reason: '不需要许可' });
  await world.drain();
  assert.deepEqual(await days(), ['2036-09-21T16:00:00.000Z']);

  await goTo('2036-09-21T14:00:00Z');
  assert.equal(await countBytes(), 1);
  await goTo('2036-09-21T17:00:00Z');
  assert.equal(await countBytes(), 0);

  const { rows } = await sql<{ kind: string }>`
    select kind from cases.actions where case_id = ${caseId} order by seq`.execute(world.db);
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['started', 'submitted', 'claimed', 'not-accepted'],
  );
  assert.ok((await world.eventNames()).includes('case.not-accepted'));
  const seen = await world.call(GetCase, { as: clerk, params: { caseId } });
  const [material] = seen.body.materials as { files: unknown[]; erased: string | null }[];
  assert.deepEqual([material?.files, material?.erased], [[], sayErased('2036-09-22', 10)]);
  const asked = { caseId, kind: 'non-acceptance' as const };
  const settings = { renderer: drawnLetters(), publicUrl: 'http://127.0.0.1:8080' };
  assert.ok(must(await renderLetter(world.setting, applicant, asked, settings)).bytes.length > 1000);
});

test('of files in answers that were erased both sides read when and why, and what stands beside them stays', async (t) => {
  const { world, ports, organisation, clerk, applicant, goTo, does } = await sweptWorld(t);
  const [section] = guide(organisation).form?.sections ?? [];
  const say = (zh: string, en: string) => ({ zh, en });
  const masts = [
    { key: 'height', kind: 'text', label: say('高度', 'Height') },
    { key: 'photo', kind: 'file', label: say('照片', 'Photo') },
  ];
  const questions = [
    ...(section?.questions ?? []),
    { key: 'plan', kind: 'file', label: say('平面图', 'Plan') },
    { key: 'masts', kind: 'group', label: say('塔杆', 'Masts'), questions: masts },
  ];
  const form = { title: say('风车', 'Windmill'), sections: [{ ...section, questions }] };
  const { itemId, divisionCode } = await givenItem(world, { organisation, form, materials: [] } as never);
  const send = async () => [(await givenFile(world, ports, applicant)).id];
  const answers = { blades: '3', plan: await send(), masts: [{ height: '八米', photo: await send() }] };
  const filed = await world.call(SubmitCase, { as: applicant, body: { divisionCode, itemId, answers } });
  const caseId = String(filed.body.caseId);
  await does(clerk, caseId, { kind: 'claim' });
  await does(clerk, caseId, { kind: 'refuse-acceptance', reason: '不需要许可' });
  await world.drain();
  await goTo('2036-09-21T17:00:00Z');

  const said = sayErased('2036-09-22', 10);
  const { body } = await world.call(GetCase, { as: clerk, params: { caseId } });
  const seen = body.answers as { key: string; lines: string[]; files: unknown[] }[];
  const linesOf = (key: string) => seen.find((one) => one.key === key)?.lines;
  assert.deepEqual(linesOf('plan'), [said]);
  assert.match(linesOf('masts')?.join() ?? '', /八米/);
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.deepEqual(mine.filed.errors, []);
  assert.deepEqual(sayAnswer(mine.form, 'plan', mine.filed.values.plan, mine.context, 'zh'), [said]);
});

test('heard of twice, and late, the end of a case gives the same day', async (t) => {
  const { world, applicant, file, days } = await sweptWorld(t);
  const caseId = await file();
  must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId })));
  await world.drain();
  assert.deepEqual(await days(), ['2031-09-21T16:00:00.000Z']);
  world.now = toInstant(Date.parse('2027-03-01T02:00:00Z'));
  const again = keepPapersListeners.find(({ event }) => event === 'case.withdrawn');
  await world.with(applicant, async (ctx) => {
    await again?.inside?.(ctx, { payload: { caseId, divisionCode: '990100' } } as unknown as Delivered);
  });
  assert.deepEqual(await days(), ['2031-09-21T16:00:00.000Z']);
});

test('what was put to a draft goes when the draft is left or taken back', async (t) => {
  const { world, ports, item, applicant, countBytes, goTo } = await sweptWorld(t);
  const draft = async () => {
    const drawing = await givenFile(world, ports, applicant);
    const { caseId } = must(await world.run(applicant, (ctx) => startCase(ctx, item)));
    must(await world.run(applicant, (ctx) => attachMaterial(ctx, { caseId, material: 'drawing', fileId: drawing.id })));
    return caseId;
  };
  const takenBack = await draft();
  must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId: takenBack })));
  await goTo('2026-09-22T02:00:00Z');
  assert.equal(await countBytes(), 0);
  await draft();
  await goTo('2026-12-01T02:00:00Z');
  assert.equal(await countBytes(), 1);
  await goTo('2026-12-22T02:00:00Z');
  await goTo('2026-12-22T04:00:00Z');
  assert.equal(await countBytes(), 0);
});

test('what was typed into a draft goes when the draft is taken back; of a filed case it stays', async (t) => {
  const { world, ports, item, applicant } = await casesWorld(t);
  const draft = async () => {
    const { caseId } = must(await world.run(applicant, (ctx) => startCase(ctx, item)));
    must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { blades: '3' } })));
    return caseId;
  };
  const typed = async (caseId: string) =>
    Object.keys(must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId))).draft.answers);
  const [takenBack, filed] = [await draft(), await draft()];
  const drawing = await givenFile(world, ports, applicant);
  const given = { caseId: filed, material: 'drawing', fileId: drawing.id };
  must(await world.run(applicant, (ctx) => attachMaterial(ctx, given)));
  must(await world.run(applicant, (ctx) => submitCase(ctx, { caseId: filed })));
  for (const caseId of [takenBack, filed]) must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId })));
  assert.deepEqual([await typed(takenBack), (await typed(filed)).includes('blades')], [[], true]);
});

test('cases that ended before papers had an end are given their day by a job, and old drafts lose what was typed', async (t) => {
  const { world, item, applicant, file, days, goTo } = await sweptWorld(t);
  const caseId = await file();
  const draft = must(await world.run(applicant, (ctx) => startCase(ctx, item)));
  const typed = await sql<{ answers: string }>`select answers from cases.cases where id = ${draft.caseId}`.execute(
    world.db,
  );
  for (const one of [caseId, draft.caseId])
    must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId: one })));
  await world.drain();
  await forgetDaysKept(world);
  await sql`update cases.cases set papers_settled = false`.execute(world.db);
  await sql`update cases.cases set answers = ${typed.rows[0]?.answers} where id = ${draft.caseId}`.execute(world.db);
  assert.deepEqual(await days(), [null]);
  await goTo('2026-09-23T02:00:00Z');
  assert.deepEqual(await days(), ['2031-09-21T16:00:00.000Z']);
  const left = must(await reading(world, applicant, (ctx) => getMyCase(ctx, draft.caseId)));
  assert.deepEqual(left.draft.answers, {});
  const { rows } = await sql`select 1 from cases.cases where not papers_settled`.execute(world.db);
  assert.equal(rows.length, 0);
});
