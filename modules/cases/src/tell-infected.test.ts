import assert from 'node:assert/strict';
import test from 'node:test';
import { givenFile, givenInfected } from '@zhengtong/files/test';
import { must } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import type { Actor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { ActOnCase, type CaseCommand, type CaseView, GetCase } from './contract.ts';
import { attachMaterial, removeMaterial, saveAnswers, startCase, withdrawCase } from './index.ts';
import { casesWorld } from './test.ts';

/** A city in which the scanner comes back and finds something; what the applicant and the clerk see of it. */
async function scannedLater(t: Parameters<typeof casesWorld>[0]) {
  const scene = await casesWorld(t);
  const { world, ports, clerk, applicant, item } = scene;
  const draft = async () => {
    const drawing = await givenFile(world, ports, applicant, '平面图.pdf');
    const given = { divisionCode: item.divisionCode, itemId: item.itemId };
    const { caseId } = must(await world.run(applicant, (ctx) => startCase(ctx, given)));
    must(await world.run(applicant, (ctx) => saveAnswers(ctx, { caseId, answers: { blades: '3' } })));
    const lies = { caseId, material: 'drawing', fileId: drawing.id };
    must(await world.run(applicant, (ctx) => attachMaterial(ctx, lies)));
    return lies;
  };
  const see = async (caseId: string) =>
    (await world.call(GetCase, { as: clerk, params: { caseId } })).body as unknown as CaseView;
  const act = async (as: Actor, caseId: string, body: CaseCommand) =>
    assert.equal((await world.call(ActOnCase, { as, params: { caseId }, body })).status, 200);
  const find = async (fileId: string): Promise<void> => {
    await givenInfected(world, ports, { id: fileId });
    await world.drain();
  };
  const letters = async () =>
    (await reading(world, applicant, (ctx) => listLetters(ctx))).filter(({ template }) => template === 'file-infected');
  const tellings = async () => (await world.eventNames()).filter((name) => name === 'case.file-infected').length;
  return { ...scene, draft, see, act, find, letters, tellings };
}

test('of a filed case the applicant reads which file is gone and what comes, the officer sees it on the page, each once', async (t) => {
  const { file, see, find, letters, tellings } = await scannedLater(t);
  const caseId = await file();
  const drawingOf = async () => (await see(caseId)).materials.find(({ key }) => key === 'drawing');
  const fileId = (await drawingOf())?.files[0]?.id ?? '';
  assert.equal((await drawingOf())?.files[0]?.scan, 'unscanned');
  await Promise.all([find(fileId), find(fileId)]);
  await find(fileId);
  assert.equal((await drawingOf())?.files[0]?.scan, 'infected');
  assert.equal(await tellings(), 1);
  const [letter, ...more] = await letters();
  assert.deepEqual(more, []);
  assert.match(
    letter?.zh.lines.join('') ?? '',
    /“平面图\.pdf”查出病毒，已经删除.*工作人员看得到.*需要您再交时会告诉您/,
  );
  assert.match(letter?.en.lines.join(' ') ?? '', /“平面图\.pdf”.*tells you if it has to be sent again/);
  assert.equal(letter?.caseId, caseId);
});

test('who can still change the file is told to send another, and who has nothing to do any more is told that', async (t) => {
  const { world, applicant, clerk, draft, file, see, act, find, letters, tellings } = await scannedLater(t);
  const lies = await draft();
  await find(lies.fileId);
  assert.match((await letters())[0]?.zh.lines.join('') ?? '', /换上一份没有病毒的文件/);
  // A draft is the applicant's alone.
  assert.equal(await tellings(), 0);
  const asked = await file();
  const inAsked = (await see(asked)).materials[0]?.files[0]?.id ?? '';
  await act(clerk, asked, { kind: 'claim' });
  const points = [{ at: 'drawing', problem: '看不清' }];
  await act(clerk, asked, { kind: 'ask-correction', points });
  await find(inAsked);
  assert.match((await letters())[0]?.zh.lines.join('') ?? '', /换上一份没有病毒的文件/);
  const ended = await file();
  const inEnded = (await see(ended)).materials[0]?.files[0]?.id ?? '';
  must(await world.run(applicant, (ctx) => withdrawCase(ctx, { caseId: ended })));
  await find(inEnded);
  assert.match((await letters())[0]?.zh.lines.join('') ?? '', /已经办完，您不用再交/);
});

test('a file taken away again before is no news', async (t) => {
  const { world, applicant, draft, find, letters } = await scannedLater(t);
  const lies = await draft();
  must(await world.run(applicant, (ctx) => removeMaterial(ctx, lies)));
  await find(lies.fileId);
  assert.deepEqual(await letters(), []);
});
