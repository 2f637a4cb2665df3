import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { findFiles } from '@zhengtong/files';
import { givenFile, givenInfected } from '@zhengtong/files/test';
import { givenPerson } from '@zhengtong/identity/test';
import { must, newId } from '@zhengtong/kernel';
import { reading } from '@zhengtong/platform/test';
import { ActOnCase, GetCase, ReadRevealed, RevealField, SubmitCase } from './contract.ts';
import { attachMaterial, getMyCase, saveAnswers, startCase, submitCase } from './index.ts';
import { casesWorld, fileStepByStep } from './test.ts';

/** An item whose form asks for a plan, for the wiring of what is lit, and for a photo of each mast. */
async function planned(t: Parameters<typeof casesWorld>[0]) {
  const at = await casesWorld(t);
  const [section] = guide(at.organisation).form?.sections ?? [];
  const say = (zh: string, en: string) => ({ zh, en });
  const form = {
    title: say('风车', 'Windmill'),
    sections: [
      {
        ...section,
        questions: [
          ...(section?.questions ?? []),
          { key: 'plan', kind: 'file', label: say('平面图', 'Plan') },
          { key: 'lit', kind: 'yes-no', label: say('有灯', 'Lit'), required: false },
          { key: 'wiring', kind: 'file', label: say('线路图', 'Wiring'), when: { question: 'lit', is: true } },
          {
            key: 'masts',
            kind: 'group',
            label: say('塔杆', 'Masts'),
            required: false,
            questions: [
              { key: 'photo', kind: 'file', label: say('照片', 'Photo') },
              { key: 'owner', kind: 'phone', label: say('塔主电话', 'Phone of its owner'), required: false },
            ],
          },
        ],
      },
    ],
  };
  const item = await givenItem(at.world, { organisation: at.organisation, form, materials: [] } as never);
  const filing = (answers: object) => ({
    divisionCode: item.divisionCode,
    itemId: item.itemId,
    answers: { blades: '3', ...answers },
  });
  return { ...at, filing };
}

test('a file of somebody else answers no question, on either road, and neither road tells its name', async (t) => {
  const { world, ports, applicant, filing } = await planned(t);
  const theirs = await givenFile(world, ports, await givenPerson(world), '他人的病历.pdf');
  const mine = await givenFile(world, ports, applicant);
  for (const answers of [{ plan: [theirs.id] }, { plan: [mine.id], masts: [{ photo: [theirs.id] }] }]) {
    const slow = await world.run(applicant, (ctx) => fileStepByStep(ctx, filing(answers)));
    assert.ok(!slow.ok && slow.refusal.kind === 'answers-wrong', JSON.stringify(slow));
    const fast = await world.call(SubmitCase, { as: applicant, body: filing(answers) });
    assert.equal(fast.body.type, '/problems/answers-wrong');
    assert.match(JSON.stringify(fast.body), /unknown-file/);
    assert.doesNotMatch(JSON.stringify([slow, fast]), /病历/);
  }
  const started = must(await world.run(applicant, (ctx) => startCase(ctx, filing({}))));
  const caseId = started.caseId;
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { plan: [theirs.id] } })));
  const { context } = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.equal(context.findFile?.(theirs.id), undefined);
  const [still] = await reading(world, applicant, (ctx) => findFiles(ctx, [theirs.id]));
  assert.equal(still?.caseId, null);
});

test('a question the answers hide takes nobody’s file along: not another’s, and one that is none holds nothing up', async (t) => {
  const { world, ports, applicant, filing } = await planned(t);
  const theirs = await givenFile(world, ports, await givenPerson(world), '他人的病历.pdf');
  const plan = [(await givenFile(world, ports, applicant)).id];
  const slow = filing({ plan, lit: false, wiring: [theirs.id] });
  must(await world.run(applicant, (ctx) => fileStepByStep(ctx, slow)));
  for (const wiring of [theirs.id, newId()]) {
    const body = filing({ plan: [(await givenFile(world, ports, applicant)).id], lit: false, wiring: [wiring] });
    const fast = await world.call(SubmitCase, { as: applicant, body });
    assert.equal(fast.status, 200, JSON.stringify(fast.body));
    const mine = must(await reading(world, applicant, (ctx) => getMyCase(ctx, String(fast.body.caseId))));
    assert.deepEqual(
      mine.files.map(({ fileName }) => fileName),
      ['平面图.pdf'],
    );
  }
  const [still] = await reading(world, applicant, (ctx) => findFiles(ctx, [theirs.id]));
  assert.equal(still?.caseId, null);
});

test('one’s own file answers it, moves to the case and is seen by the officer, on either road', async (t) => {
  const { world, ports, applicant, clerk, filing } = await planned(t);
  const send = () => givenFile(world, ports, applicant, '平面图.pdf');
  const [plan, photo] = [await send(), await send()];
  const slow = filing({ plan: [plan.id], masts: [{ photo: [photo.id] }] });
  const first = must(await world.run(applicant, (ctx) => fileStepByStep(ctx, slow))).row.id;
  const second = await world.call(SubmitCase, { as: applicant, body: filing({ plan: [(await send()).id] }) });
  assert.equal(second.status, 200, JSON.stringify(second.body));
  for (const caseId of [first, String(second.body.caseId)]) {
    const { body } = await world.call(GetCase, { as: clerk, params: { caseId } });
    const answer = (body.answers as { key: string; lines: string[]; files: { fileName: string }[] }[]).find(
      ({ key }) => key === 'plan',
    );
    assert.deepEqual(
      answer?.files.map((one) => one.fileName),
      ['平面图.pdf'],
    );
    assert.match(answer?.lines.join() ?? '', /平面图\.pdf/);
  }
  const [moved] = await reading(world, applicant, (ctx) => findFiles(ctx, [photo.id]));
  assert.equal(moved?.caseId, first);
});

test('a number beside a file of one entry is shown whole to who asks for it', async (t) => {
  const { world, ports, applicant, clerk, filing } = await planned(t);
  const send = async () => [(await givenFile(world, ports, applicant)).id];
  const masts = [{ photo: await send(), owner: '13900001234' }];
  const filed = await world.call(SubmitCase, { as: applicant, body: filing({ plan: await send(), masts }) });
  const params = { caseId: String(filed.body.caseId) };
  await world.call(ActOnCase, { as: clerk, params, body: { kind: 'claim' } });
  const { body } = await world.call(GetCase, { as: clerk, params });
  const field = (body.revealable as { field: string; of: string }[]).find(({ of }) => of === 'masts')?.field ?? '';
  const asked = await world.call(RevealField, { as: clerk, params, body: { field, reason: 'call' } });
  const read = { ...params, revealId: String(asked.body.revealId) };
  const { body: shown } = await world.call(ReadRevealed, { as: clerk, params: read });
  assert.match(JSON.stringify(shown), /13900001234/);
});

test('a file that lies with another case, or in which the scanner found something, files nothing', async (t) => {
  const { world, ports, applicant, item, filing } = await planned(t);
  const used = await givenFile(world, ports, applicant);
  must(await world.run(applicant, (ctx) => fileStepByStep(ctx, filing({ plan: [used.id] }))));
  const sick = await givenFile(world, ports, applicant);
  await givenInfected(world, ports, sick);
  const wrong: [object, RegExp][] = [
    [filing({ plan: [used.id] }), /unknown-file/],
    [filing({ plan: [sick.id] }), /refused-file/],
    [{ ...filing({}), itemId: item.itemId, materials: [{ material: 'drawing', fileId: sick.id }] }, /file-infected/],
    [
      { ...filing({}), itemId: item.itemId, materials: [{ material: 'drawing', fileId: used.id }] },
      /file-elsewhere|no-such-file/,
    ],
  ];
  for (const [body, said] of wrong) {
    const slow = await world.run(applicant, (ctx) => fileStepByStep(ctx, body as never));
    assert.match(JSON.stringify(slow), said);
    const fast = await world.call(SubmitCase, { as: applicant, body: body as never });
    assert.match(JSON.stringify(fast.body), said);
  }
});

test('a material found infected after it was put there counts as missing', async (t) => {
  const { world, ports, applicant, item } = await planned(t);
  const file = await givenFile(world, ports, applicant);
  const body = {
    divisionCode: item.divisionCode,
    itemId: item.itemId,
    answers: { blades: '3' },
    materials: [{ material: 'drawing', fileId: file.id }],
  };
  const { caseId } = must(await world.run(applicant, (ctx) => startCase(ctx, body)));
  must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: body.answers })));
  must(await world.run(applicant, (ctx) => attachMaterial(ctx, { caseId, material: 'drawing', fileId: file.id })));
  await givenInfected(world, ports, file);
  const refused = await world.run(applicant, (ctx) => submitCase(ctx, { caseId }));
  assert.deepEqual(refused, { ok: false, refusal: { kind: 'materials-missing', missing: ['drawing'] } });
});
