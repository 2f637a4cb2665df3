import assert from 'node:assert/strict';
import test from 'node:test';
import { listCertificates } from '@zhengtong/certificates';
import { subjectOf } from '@zhengtong/identity';
import { civilDate, type Instant, instantOf, must, newId } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import { type Actor, listReadsOf } from '@zhengtong/platform';
import { person, reading, staff } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { ActOnCase, type CaseCommand, GetCase, ListInbox, SubmitCase } from './contract.ts';
import { RevealField } from './contract-reveal.ts';
import { foldCase } from './domain/fold-case.ts';
import { answerCorrection, getMyCase, saveAnswers, trackCase, withdrawCase } from './index.ts';
import { loadCase } from './load-case.ts';
import { casesWorld } from './test.ts';

type Scene = Awaited<ReturnType<typeof casesWorld>>;

const does = async ({ world }: Scene, as: Actor, caseId: string, body: CaseCommand, key?: string) => {
  const answer = await world.call(ActOnCase, { as, params: { caseId }, body, ...(key ? { key } : {}) });
  return answer.status === 200 ? String(answer.body.status) : String(answer.body.type ?? answer.status);
};

const looked: CaseCommand = { kind: 'check', material: 'drawing', check: 'signed', isFine: true };

async function accepted(scene: Scene): Promise<string> {
  const caseId = await scene.file();
  await does(scene, scene.clerk, caseId, { kind: 'claim' });
  await does(scene, scene.clerk, caseId, looked);
  assert.equal(await does(scene, scene.clerk, caseId, { kind: 'accept' }), 'accepted');
  return caseId;
}

async function reviewed(scene: Scene): Promise<string> {
  const caseId = await accepted(scene);
  await does(scene, scene.reviewer, caseId, { kind: 'claim' });
  await does(scene, scene.reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: true, note: '符合' });
  await does(scene, scene.approver, caseId, { kind: 'claim' });
  return caseId;
}

test('a case goes from filing to the certificate, each step by its post', async (t) => {
  const scene = await casesWorld(t);
  const { world, approver, clerk, applicant } = scene;
  const caseId = await reviewed(scene);
  const decide: CaseCommand = { kind: 'decide', outcome: 'approved', reasons: '符合条件' };
  assert.equal(await does(scene, clerk, caseId, decide), '/problems/not-your-part');
  assert.equal(await does(scene, approver, caseId, decide), 'decided');
  assert.equal(await does(scene, clerk, caseId, { kind: 'deliver', way: 'online' }), 'delivered');
  const wallet = await reading(world, applicant, (ctx) => listCertificates(ctx, applicant.id));
  assert.equal(wallet.length, 1);
  const told = (await world.eventNames()).filter((name) => name.startsWith('case.') || name.startsWith('certificate.'));
  assert.deepEqual(told, [
    'case.submitted',
    'case.accepted',
    'case.step-finished',
    'case.decided',
    'certificate.issued',
    'case.delivered',
  ]);
});

test('the row of a case is what its actions make it', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await reviewed(scene);
  const loaded = await reading(scene.world, scene.clerk, (ctx) =>
    loadCase(ctx, { divisionCode: '990100', caseId }, 'read'),
  );
  const folded = foldCase(scene.organisation.id, loaded!.actions);
  assert.deepEqual(
    [loaded!.row.status, loaded!.row.seq, loaded!.row.accepted_on, loaded!.row.held_by],
    [folded.status, folded.seq, folded.acceptedOn, folded.heldBy],
  );
});

test('a command sent twice acts once, and two officers pressing at once do not both win', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await scene.file();
  const other = { ...scene.clerk, id: crypto.randomUUID() };
  const claims = await Promise.all([
    does(scene, scene.clerk, caseId, { kind: 'claim' }, 'k'),
    does(scene, other, caseId, { kind: 'claim' }),
  ]);
  assert.deepEqual(claims.filter((said) => said === 'submitted').length, 1);
  const winner = claims[0] === 'submitted' ? scene.clerk : other;
  const twice = await Promise.all([1, 2].map(() => does(scene, winner, caseId, { kind: 'accept' }, 'same')));
  assert.ok(twice.includes('accepted'));
  const { rows } = await sql`select 1 from cases.actions where kind = 'accepted'`.execute(scene.world.db);
  assert.equal(rows.length, 1);
});

test('corrections are asked for once; only what was asked can be changed, and nothing new asked after', async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk, applicant } = scene;
  const caseId = await scene.file();
  await does(scene, clerk, caseId, { kind: 'claim' });
  const asked = await does(scene, clerk, caseId, {
    kind: 'ask-correction',
    points: [{ at: 'blades', problem: '请核对叶片数' }],
  });
  assert.equal(asked, 'correction');
  const shut = await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { name: '李四' } }));
  assert.equal(!shut.ok && shut.refusal.kind, 'not-asked');
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { blades: '4' } })));
  must(await world.run(applicant, (ctx) => answerCorrection(ctx, { caseId })));
  await does(scene, clerk, caseId, { kind: 'claim' });
  const again = await does(scene, clerk, caseId, {
    kind: 'ask-correction',
    points: [{ at: 'drawing', problem: '还要图' }],
  });
  assert.equal(again, '/problems/asked-once');
});

test('a reason nobody can see is none, whichever action it is to explain', async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk, reviewer, approver } = scene;
  const silent = ' \u200b\u3164\u2060 ';
  const caseId = await scene.file();
  const refused = async (as: Actor, body: CaseCommand, kind: string) =>
    assert.equal(await does(scene, as, caseId, body), `/problems/${kind}`, body.kind);
  await does(scene, clerk, caseId, { kind: 'claim' });
  await refused(
    clerk,
    { kind: 'check', material: 'drawing', check: 'signed', isFine: false, note: silent },
    'note-missing',
  );
  await refused(clerk, { kind: 'ask-correction', points: [{ at: 'drawing', problem: silent }] }, 'points-missing');
  await refused(clerk, { kind: 'refuse-acceptance', reason: silent }, 'reason-missing');
  const reveal = { field: 'phone', reason: 'other' as const, words: silent };
  const asked = await world.call(RevealField, { as: clerk, params: { caseId }, body: reveal });
  assert.equal(asked.body.type, '/problems/words-missing');
  await refused(clerk, { kind: 'transfer', organisationId: newId(), reason: silent }, 'reason-missing');
  await does(scene, clerk, caseId, looked);
  await does(scene, clerk, caseId, { kind: 'accept' });
  await does(scene, reviewer, caseId, { kind: 'claim' });
  await refused(reviewer, { kind: 'finish-step', step: 'review', agrees: false, note: silent }, 'reason-missing');
  await does(scene, reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: true, note: silent });
  await does(scene, approver, caseId, { kind: 'claim' });
  await refused(approver, { kind: 'send-back', toStep: 'review', reason: silent }, 'reason-missing');
  const decide = { kind: 'decide' as const, outcome: 'refused' as const };
  const laws = [{ law: '行政许可法', article: silent }];
  await refused(approver, { ...decide, reasons: silent, laws }, 'reason-missing');
  await refused(approver, { ...decide, reasons: '承重不足', laws }, 'law-missing');
  const bound = { kind: 'decide' as const, outcome: 'approved-with-conditions' as const, reasons: '符合' };
  await refused(approver, { ...bound, conditions: silent }, 'conditions-missing');
});

test('the clock stands for a named procedure only, and nothing is decided meanwhile', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await reviewed(scene);
  const { approver, applicant, world } = scene;
  assert.equal(
    await does(scene, approver, caseId, { kind: 'pause', procedure: 'lunch', reason: 'x' }),
    '/problems/no-such-procedure',
  );
  assert.equal(
    await does(scene, approver, caseId, { kind: 'pause', procedure: 'site', reason: '约定核查' }),
    'accepted',
  );
  assert.equal(
    await does(scene, approver, caseId, { kind: 'decide', outcome: 'approved', reasons: '' }),
    '/problems/clock-stands',
  );
  assert.equal(await does(scene, approver, caseId, { kind: 'resume' }), 'accepted');
  for (const [lang, name] of [
    ['zh', '现场核查'],
    ['en', 'Site visit'],
  ] as const) {
    const { timeline } = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId, lang)));
    const paused = timeline.find(({ kind }) => kind === 'paused');
    assert.equal(paused?.said.find(({ key }) => key === 'name')?.text, name);
  }
});

test('what nobody looked at is confirmed point by point before a decision, and stands on record', async (t) => {
  const scene = await casesWorld(t);
  const { clerk, reviewer, approver, applicant, world } = scene;
  const caseId = await scene.file();
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'accept' });
  await does(scene, reviewer, caseId, { kind: 'claim' });
  await does(scene, reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: false, note: '图纸看不清' });
  await does(scene, approver, caseId, { kind: 'claim' });
  const decide: CaseCommand = { kind: 'decide', outcome: 'approved', reasons: '符合条件' };
  assert.equal(await does(scene, approver, caseId, decide), '/problems/points-open');
  const { body } = await world.call(GetCase, { as: approver, params: { caseId } });
  const points = (body as { openPoints: { key: string }[] }).openPoints.map(({ key }) => key);
  assert.deepEqual(points, ['unchecked:drawing/signed', 'disagreed:review']);
  const half: CaseCommand = { ...decide, confirmed: points.slice(1) };
  assert.equal(await does(scene, approver, caseId, half), '/problems/points-open');
  await does(scene, approver, caseId, { ...looked, isFine: false, note: '没有签名' } as CaseCommand);
  assert.equal(await does(scene, approver, caseId, { ...decide, confirmed: points }), '/problems/points-open');
  const now = ['wrong:drawing/signed', 'disagreed:review'];
  assert.equal(await does(scene, approver, caseId, { ...decide, confirmed: now }), 'decided');
  const seen = await world.call(GetCase, { as: clerk, params: { caseId } });
  assert.match(JSON.stringify(seen.body.timeline), /安装图纸：图纸有设计人签名，审查不符合/);
  const inEnglish = await world.call(GetCase, { as: clerk, params: { caseId }, language: 'en' });
  assert.match(
    JSON.stringify(inEnglish.body.timeline),
    /Drawing of how it is put up: The designer has signed it, found wrong/,
  );
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.doesNotMatch(JSON.stringify(mine.timeline), /审查不符合/);
});

test('a refusal needs reasons and law, and the applicant is told the remedies with their last days', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await reviewed(scene);
  const { approver, applicant, world } = scene;
  const refused: CaseCommand = { kind: 'decide', outcome: 'refused', reasons: '屋顶承重不足' };
  assert.equal(await does(scene, approver, caseId, { ...refused, reasons: ' ' }), '/problems/reason-missing');
  assert.equal(await does(scene, approver, caseId, refused), '/problems/law-missing');
  assert.equal(
    await does(scene, approver, caseId, { ...refused, laws: [{ law: '行政许可法', article: '第三十八条' }] }),
    'decided',
  );
  const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.deepEqual(
    mine.remedies.map((remedy) => [remedy.kind, remedy.lastOn]),
    [
      ['review', '2026-11-20'],
      ['suit', '2027-03-21'],
    ],
  );
  assert.equal(mine.certificate, undefined);
});

test('silence past five days is acceptance, and overdue work rises to the post above', async (t) => {
  const scene = await casesWorld(t);
  const { world, supervisor } = scene;
  const caseId = await scene.file();
  world.now = instantOf(civilDate('2026-09-30'), '00:10');
  await world.drain();
  assert.ok((await world.eventNames()).includes('case.accepted'));
  world.now = instantOf(civilDate('2026-10-12'), '09:00');
  await world.drain();
  assert.ok((await world.eventNames()).includes('clock.overdue'));
  const inbox = await world.call(ListInbox, { as: supervisor, query: { queue: 'overdue' } });
  assert.deepEqual(
    (inbox.body.rows as { caseId: string }[]).map((row) => row.caseId),
    [caseId],
  );
});

test("a case of another organisation is not there, and opening one's own is noted for the applicant", async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk, applicant } = scene;
  const caseId = await scene.file();
  assert.equal((await world.call(GetCase, { as: staff('clerk'), params: { caseId } })).status, 404);
  const seen = await world.call(GetCase, { as: clerk, params: { caseId } });
  assert.equal(seen.status, 200);
  assert.doesNotMatch(JSON.stringify(seen.body).replaceAll(' ', ''), /990100199001010012/);
  const reads = await reading(world, applicant, (ctx) => listReadsOf(ctx, subjectOf(ctx, applicant.id)));
  assert.ok(reads.some((read) => read.caseId === caseId && read.actor === clerk.id));
});

test("nobody sees or touches another person's case", async (t) => {
  const scene = await casesWorld(t);
  const { world } = scene;
  const caseId = await scene.file();
  const stranger = person();
  assert.equal((await world.run(stranger, (ctx) => getMyCase(ctx, caseId))).ok, false);
  assert.equal((await world.run(stranger, (ctx) => withdrawCase(ctx, { caseId }))).ok, false);
  const { rows } = await sql<{ number: string }>`select number from cases.cases`.execute(world.db);
  const tracked = await trackCase(world.setting, stranger, { number: rows[0]!.number, phoneTail: '0000' });
  assert.equal(tracked.ok, false);
});

test('what is missing is told at once and nothing is filed', async (t) => {
  const scene = await casesWorld(t);
  const { world, item, applicant } = scene;
  const body = { divisionCode: '990100', itemId: item.itemId, answers: { blades: 'many' } };
  const wrong = await world.call(SubmitCase, { as: applicant, body });
  assert.equal(wrong.body.type, '/problems/answers-wrong');
  const missing = await world.call(SubmitCase, { as: applicant, body: { ...body, answers: { blades: '3' } } });
  assert.deepEqual([missing.body.type, missing.body.missing], ['/problems/materials-missing', ['drawing']]);
  assert.equal((await sql`select 1 from cases.cases`.execute(world.db)).rows.length, 0);
});

test('answers, reasons and names are not readable in the tables', async (t) => {
  const scene = await casesWorld(t);
  await reviewed(scene);
  const { rows } = await sql<{ all: string }>`
    select (select string_agg(row_to_json(c)::text, '') from cases.cases c) || (select string_agg(row_to_json(a)::text, '') from cases.actions a) as all`.execute(
    scene.world.db,
  );
  assert.doesNotMatch(rows[0]!.all, /王小明|990100199001010012|符合/);
});

test('the applicant is written to at each turn, in the transaction that makes it true', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await reviewed(scene);
  await does(scene, scene.approver, caseId, { kind: 'decide', outcome: 'approved', reasons: '符合条件' });
  const letters = await reading(scene.world, scene.applicant, (ctx) => listLetters(ctx));
  const titles = letters.map((letter) => letter.template).reverse();
  assert.deepEqual(titles, ['case-submitted', 'case-accepted', 'case-approved', 'certificate-issued']);
});

test('a withdrawn case stays withdrawn', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, clerk } = scene;
  const caseId = await scene.file();
  must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId })));
  const { body } = await world.call(ActOnCase, { as: clerk, params: { caseId }, body: { kind: 'claim' } });
  const { type, status, stands } = body as Record<string, unknown>;
  assert.deepEqual({ type, status, stands }, { type: '/problems/wrong-status', status: 409, stands: 'withdrawn' });
  world.now = instantOf(civilDate('2026-12-01')) as Instant;
  await world.drain();
  assert.equal((await world.eventNames()).filter((name) => name === 'case.accepted').length, 0);
});

test('a letter whose last day lies in a year without announced holidays says that the day may move', async (t) => {
  const said = async (now: string) => {
    const scene = await casesWorld(t, now);
    await accepted(scene);
    const letters = await reading(scene.world, scene.applicant, (ctx) => listLetters(ctx));
    return letters.find(({ template }) => template === 'case-accepted')?.zh.lines.join('') ?? '';
  };
  assert.match(await said('2030-12-27T02:00:00Z'), /最迟2031年1月\d+日（星期.）办结.*放假安排还没有公布/);
  assert.doesNotMatch(await said('2026-09-21T02:00:00Z'), /放假安排还没有公布/);
});

test('the record names the check, the step and the place of a correction as people call them', async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk, reviewer, applicant } = scene;
  const caseId = await scene.file();
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { ...looked, isFine: false, note: '没有签名' } as CaseCommand);
  const points = [{ at: 'drawing', problem: '缺设计人签名' }];
  await does(scene, clerk, caseId, { kind: 'ask-correction', points });
  const other = await accepted(scene);
  await does(scene, reviewer, other, { kind: 'claim' });
  await does(scene, reviewer, other, { kind: 'finish-step', step: 'review', agrees: false, note: '承重不足' });
  const saidOf = async (id: string, kind: string) => {
    const { body } = await world.call(GetCase, { as: clerk, params: { caseId: id } });
    const timeline = body.timeline as { kind: string; said: { text: string }[] }[];
    return timeline.find((entry) => entry.kind === kind)?.said.map(({ text }) => text);
  };
  assert.deepEqual(await saidOf(caseId, 'material-checked'), ['安装图纸：图纸有设计人签名', 'wrong', '没有签名']);
  assert.deepEqual(await saidOf(caseId, 'correction-asked'), ['安装图纸：缺设计人签名']);
  const letters = await reading(world, applicant, (ctx) => listLetters(ctx));
  const letter = letters.find(({ template }) => template === 'case-correction-asked');
  assert.ok(letter?.zh.lines.includes('1. 安装图纸：缺设计人签名'));
  assert.ok(letter?.en.lines.includes('1. Drawing of how it is put up: 缺设计人签名'));
  assert.deepEqual(await saidOf(other, 'step-finished'), ['审查', 'disagrees', '承重不足']);
});
