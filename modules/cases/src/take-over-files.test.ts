import assert from 'node:assert/strict';
import test from 'node:test';
import { type Material, publishItem, saveDraft, sendToReview } from '@zhengtong/catalogue';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { givenErased, givenFile, givenInfected } from '@zhengtong/files/test';
import { registerFirm, subjectOf } from '@zhengtong/identity';
import { givenPerson } from '@zhengtong/identity/test';
import { type Instant, must } from '@zhengtong/kernel';
import { type Actor, listReadsOf, systemActor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { removeMaterial } from './attach-material.ts';
import { ActOnCase, type CaseCommand, GetCase, SubmitCase } from './contract.ts';
import { fileCase } from './file-at-once.ts';
import { getMyCase } from './my-cases.ts';
import { saveAnswers } from './save-answers.ts';
import { startCase } from './start-case.ts';
import { submitCase } from './submit-case.ts';
import { listEarlierFiles, takeOverFiles } from './take-over-files.ts';
import { casesWorld } from './test.ts';
import { withdrawCase } from './withdraw-case.ts';

const system = systemActor('test');
const drawing = { material: 'drawing' };
const asked = (more: Partial<Material> = {}): Material => ({
  ...(guide({ id: '', name: '' }).materials[0] as Material),
  ...more,
});

async function scene(t: Parameters<typeof casesWorld>[0], materials = [asked()]) {
  const at = await casesWorld(t);
  const { world, ports, organisation, applicant } = at;
  const item = await givenItem(world, { organisation, materials });
  const file = async (as: Actor = applicant, names = ['平面图.pdf']) => {
    const given: { material: string; fileId: string }[] = [];
    for (const name of names) given.push({ ...drawing, fileId: (await givenFile(world, ports, as, name)).id });
    const { divisionCode, itemId } = item;
    return must(
      await world.run(as, (ctx) => fileCase(ctx, { divisionCode, itemId, answers: { blades: '3' }, materials: given })),
    ).row;
  };
  const begin = async (as: Actor = applicant) => must(await world.run(as, (ctx) => startCase(ctx, item))).caseId;
  const mineOf = async (caseId: string, as: Actor = applicant) =>
    must(await reading(world, as, (ctx) => getMyCase(ctx, caseId)));
  const offered = async (caseId: string, as: Actor = applicant) => {
    const { loaded } = await mineOf(caseId, as);
    return (await reading(world, as, (ctx) => listEarlierFiles(ctx, loaded))).get('drawing');
  };
  const namesOffered = async (as?: Actor) =>
    (await offered(await begin(as), as))?.files.map(({ fileName }) => fileName) ?? [];
  const take = (caseId: string, fromCaseId: string, as: Actor = applicant) =>
    world.run(as, (ctx) => takeOverFiles(ctx, { caseId, ...drawing, fromCaseId }));
  const filesOf = async (caseId: string, as?: Actor) => (await mineOf(caseId, as)).materials[0]?.files ?? [];
  const act = async (caseId: string, ...bodies: CaseCommand[]) => {
    for (const body of bodies)
      assert.equal((await world.call(ActOnCase, { as: at.clerk, params: { caseId }, body })).status, 200);
  };
  return { ...at, item, file, begin, mineOf, offered, namesOffered, take, filesOf, act };
}

test('who applies again is offered the last files, takes them with one press, and office and applicant read whose they are', async (t) => {
  const { world, applicant, clerk, file, begin, offered, take, filesOf } = await scene(t);
  const last = await file(applicant, ['平面图.pdf', '立面图.pdf']);
  world.now = '2026-10-21T05:00:00.000Z' as Instant;
  const caseId = await begin();
  assert.deepEqual(await filesOf(caseId), [], 'never unasked');
  const offer = await offered(caseId);
  assert.deepEqual(
    [offer?.caseId, offer?.number, offer?.filedAt, offer?.files.map(({ fileName }) => fileName)],
    [last.id, last.number, '2026-09-21T02:00:00.000Z', ['平面图.pdf', '立面图.pdf']],
  );
  must(await take(caseId, last.id));
  const from = { kind: 'case', number: last.number, at: '2026-09-21T02:00:00.000Z' };
  const there = await filesOf(caseId);
  assert.deepEqual(
    there.map((one) => [one.fileName, one.from]),
    [
      ['平面图.pdf', from],
      ['立面图.pdf', from],
    ],
  );
  assert.equal(await offered(caseId), undefined, 'what is here is not offered');
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { blades: '3' } })));
  must(await world.run(applicant, (ctx) => submitCase(ctx, { caseId })));
  const { body } = await world.call(GetCase, { as: clerk, params: { caseId } });
  const [material] = body.materials as { files: { source: string; trust: string }[] }[];
  const source = `申请人2026年9月21日提交的申请（${last.number}）`;
  assert.deepEqual(
    material?.files.map((one) => [one.source, one.trust]),
    [
      [source, 'C'],
      [source, 'C'],
    ],
  );
  const reads = await reading(world, applicant, (ctx) => listReadsOf(ctx, subjectOf(ctx, applicant.id)));
  assert.ok(
    reads.some((one) => one.purpose === '再次申请时沿用材料' && one.caseId === last.id && one.actor === applicant.id),
  );
});

test('pressed twice, in two windows at once, and again after it was taken away, each file is there once', async (t) => {
  const { world, applicant, file, begin, take, filesOf } = await scene(t);
  const last = await file();
  const caseId = await begin();
  for (const one of await Promise.all([take(caseId, last.id), take(caseId, last.id)])) must(one);
  must(await take(caseId, last.id));
  const [there, ...more] = await filesOf(caseId);
  assert.deepEqual(more, []);
  must(await world.run(applicant, (ctx) => removeMaterial(ctx, { caseId, ...drawing, fileId: there?.id ?? '' })));
  must(await take(caseId, last.id));
  assert.equal((await filesOf(caseId)).length, 1);
});

test('the earlier case keeps its files when the draft is taken back, and the new one when the earlier are erased', async (t) => {
  const { world, applicant, file, begin, take, filesOf } = await scene(t);
  const last = await file();
  const [dropped, kept] = [await begin(), await begin()];
  for (const caseId of [dropped, kept]) must(await take(caseId, last.id));
  must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId: dropped })));
  await world.drain();
  assert.deepEqual([(await filesOf(last.id)).length, (await filesOf(kept)).length], [1, 1]);
});

test('no file is offered that was erased, was found infected, or that the office found wrong', async (t) => {
  const { world, ports, file, filesOf, namesOffered, act, applicant } = await scene(t);
  const note = '看不清';
  const wrong = await file();
  await act(wrong.id, { kind: 'claim' }, { kind: 'check', ...drawing, check: 'signed', isFine: false, note });
  assert.deepEqual(await namesOffered(), []);
  const objected = await file();
  await act(objected.id, { kind: 'claim' }, { kind: 'ask-correction', points: [{ at: 'drawing', problem: note }] });
  must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId: objected.id })));
  assert.deepEqual(await namesOffered(), []);
  const infected = await file();
  assert.deepEqual(await namesOffered(), ['平面图.pdf']);
  await givenInfected(world, ports, { id: (await filesOf(infected.id))[0]?.id ?? '' });
  assert.deepEqual(await namesOffered(), []);
  await file();
  await givenErased(world);
  assert.deepEqual(await namesOffered(), []);
});

test('a paper past its validity is not offered, however often it was taken over since', async (t) => {
  const { world, file, begin, take, filesOf, namesOffered, applicant } = await scene(t, [asked({ validMonths: 6 })]);
  const last = await file();
  world.now = '2027-02-21T02:00:00.000Z' as Instant;
  const caseId = await begin();
  must(await take(caseId, last.id));
  assert.equal((await filesOf(caseId)).length, 1);
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { blades: '3' } })));
  must(await world.run(applicant, (ctx) => submitCase(ctx, { caseId })));
  assert.deepEqual(await namesOffered(), ['平面图.pdf']);
  world.now = '2027-03-22T02:00:00.000Z' as Instant;
  assert.deepEqual(await namesOffered(), []);
});

test('a version that takes other kinds, or smaller files, is not offered what it would refuse', async (t) => {
  const { world, organisation, item, file, namesOffered } = await scene(t);
  await file();
  for (const more of [{ accept: ['image/jpeg'] }, { maxBytes: 10 }, { key: 'plan' }]) {
    await world.with(system, async (ctx) => {
      const content = guide(organisation, { code: item.code, materials: [asked(more)] });
      const saved = must(await saveDraft(ctx, { ...item, revision: 0, content }));
      for (const step of [sendToReview, publishItem]) must(await step(ctx, { ...item, version: saved.version }));
    });
    assert.deepEqual(await namesOffered(), []);
  }
});

test('files go neither to somebody else nor between a person and their firm; of a firm whoever acts for it takes them', async (t) => {
  const { world, applicant, file, begin, namesOffered, take, filesOf } = await scene(t);
  const { id: firmId } = await world.with(system, async (ctx) =>
    must(
      await registerFirm(ctx, { creditCode: '91990100MA0990004N', name: '示例', legalRepresentativeId: applicant.id }),
    ),
  );
  const [forFirm, stranger] = [{ ...applicant, firmId }, await givenPerson(world)];
  const own = await file();
  assert.deepEqual([await namesOffered(forFirm), await namesOffered(stranger)], [[], []]);
  const other = await begin(stranger);
  const refused = await take(other, own.id, stranger);
  assert.ok(!refused.ok && refused.refusal.kind === 'no-such-file');
  const intoForeign = await take(await begin(), own.id, stranger);
  assert.ok(!intoForeign.ok && intoForeign.refusal.kind === 'not-found');
  const last = await file(forFirm, ['章程.pdf']);
  const colleague = { ...stranger, firmId };
  const caseId = await begin(colleague);
  must(await take(caseId, last.id, colleague));
  assert.deepEqual(
    (await filesOf(caseId, colleague)).map(({ fileName }) => fileName),
    ['章程.pdf'],
  );
  const reads = await reading(world, applicant, (ctx) => listReadsOf(ctx, subjectOf(ctx, applicant.id)));
  assert.ok(reads.some(({ purpose, actor }) => purpose === '再次申请时沿用材料' && actor === colleague.id));
});

test('where another case was filed since the page was shown, its files are looked at first; a filed case takes none', async (t) => {
  const { file, begin, take } = await scene(t);
  const first = await file();
  const caseId = await begin();
  const second = await file();
  const late = await take(caseId, first.id);
  assert.ok(!late.ok && late.refusal.kind === 'no-such-file');
  const filed = await take(second.id, first.id);
  assert.ok(!filed.ok && filed.refusal.kind === 'wrong-status');
});

test('a program names the file it sent last time, as often as it applies, and a copy is filed with where it comes from', async (t) => {
  const { world, applicant, item, file, filesOf } = await scene(t);
  const first = await file();
  const fileId = (await filesOf(first.id))[0]?.id ?? '';
  const { divisionCode, itemId } = item;
  const answers = { blades: '3' };
  const body = {
    divisionCode,
    itemId,
    answers,
    materials: [
      { ...drawing, fileId, isTakenOver: true },
      { ...drawing, fileId, isTakenOver: true },
    ],
  };
  const send = async (as: Actor = applicant) => (await world.call(SubmitCase, { as, body })).body;
  const unsaid = { ...body, materials: [{ ...drawing, fileId }, ...body.materials] };
  assert.equal((await world.call(SubmitCase, { as: applicant, body: unsaid })).body.type, '/problems/file-elsewhere');
  let last = first.number;
  for (const _ of ['again', 'and again']) {
    const filed = await send();
    const files = await filesOf(String(filed.caseId));
    assert.deepEqual(
      files.map((one) => [one.fileName, one.from?.kind === 'case' && one.from.number]),
      [['平面图.pdf', last]],
    );
    assert.notEqual(files[0]?.id, fileId);
    last = String(filed.number);
  }
  assert.equal((await filesOf(first.id)).length, 1);
  assert.equal((await send(await givenPerson(world))).type, '/problems/no-such-file');
  const reads = await reading(world, applicant, (ctx) => listReadsOf(ctx, subjectOf(ctx, applicant.id)));
  assert.equal(reads.filter(({ purpose }) => purpose === '再次申请时沿用材料').length, 2);
});

test('a program that names for a material what was found wrong in it, or lay for another, is refused', async (t) => {
  const { world, applicant, item, file, filesOf, act } = await scene(t, [
    asked(),
    asked({ key: 'plan', need: 'optional' }),
  ]);
  const first = await file();
  const fileId = (await filesOf(first.id))[0]?.id ?? '';
  const { divisionCode, itemId } = item;
  const send = async (material: string) => {
    const body = {
      divisionCode,
      itemId,
      answers: { blades: '3' },
      materials: [{ material, fileId, isTakenOver: true }],
    };
    return (await world.call(SubmitCase, { as: applicant, body })).body.type;
  };
  assert.equal(await send('plan'), '/problems/file-elsewhere');
  await act(first.id, { kind: 'claim' }, { kind: 'check', ...drawing, check: 'signed', isFine: false, note: '看不清' });
  assert.equal(await send('drawing'), '/problems/file-elsewhere');
});
