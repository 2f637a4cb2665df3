import assert from 'node:assert/strict';
import test from 'node:test';
import { givenFile } from '@zhengtong/files/test';
import { subjectOf } from '@zhengtong/identity';
import { givenPerson } from '@zhengtong/identity/test';
import { type Instant, must } from '@zhengtong/kernel';
import type { Sheet } from '@zhengtong/ofd';
import { type Actor, listReadsOf } from '@zhengtong/platform';
import { person, reading, type World } from '@zhengtong/platform/test';
import { ActOnCase, type CaseCommand, ReadOwnCase } from '../contract.ts';
import { fileCase } from '../file-at-once.ts';
import { casesWorld } from '../test.ts';
import { trackingUrl } from './compose-letter.ts';
import { drawnLetters } from './drawn-letters.ts';
import type { FindSeal } from './find-seal.ts';
import type { LetterKind } from './letter.ts';
import { addLetterPages } from './letter-pages.ts';
import { renderLetter, renderLetterForStaff } from './render-letter.ts';

type Scene = Awaited<ReturnType<typeof casesWorld>>;
const publicUrl = 'https://zwfw.example.gov.cn';

/** 𬱖 (U+2CC56) is in the national table and outside the BMP: people have it in their names. */
async function filed(t: Parameters<typeof casesWorld>[0], prepare?: (world: World) => void) {
  const scene = await casesWorld(t);
  prepare?.(scene.world);
  const applicant = await givenPerson(scene.world, { name: '陈𬱖', residentNumber: '990100195003150029' });
  const drawing = await givenFile(scene.world, scene.ports, applicant);
  const given = {
    divisionCode: scene.item.divisionCode,
    itemId: scene.item.itemId,
    answers: { blades: '3' },
    materials: [{ material: 'drawing', fileId: drawing.id }],
  };
  const { row } = must(await scene.world.run(applicant, (ctx) => fileCase(ctx, given)));
  return { ...scene, applicant, caseId: row.id, number: row.number };
}

async function does({ world }: Scene, as: Actor, caseId: string, body: CaseCommand): Promise<void> {
  const answer = await world.call(ActOnCase, { as, params: { caseId }, body });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

async function decided(t: Parameters<typeof casesWorld>[0], decision: Omit<CaseCommand & { kind: 'decide' }, 'kind'>) {
  const scene = await filed(t);
  const { clerk, reviewer, approver, caseId } = scene;
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does(scene, clerk, caseId, { kind: 'accept' });
  await does(scene, reviewer, caseId, { kind: 'claim' });
  await does(scene, reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: true, note: '符合' });
  await does(scene, approver, caseId, { kind: 'claim' });
  await does(scene, approver, caseId, { kind: 'decide', ...decision });
  return scene;
}

const refusal = {
  outcome: 'refused' as const,
  reasons: '屋顶承重不足。',
  laws: [{ law: '行政许可法', article: '第三十八条' }],
};

/** The sheet instead of a file: what a letter says, without drawing it. */
async function sheetOf({ world }: Scene, actor: Actor, caseId: string, kind: LetterKind): Promise<Sheet> {
  let seen: Sheet | undefined;
  const renderer = async (sheet: Sheet) => {
    seen = sheet;
    return new Uint8Array();
  };
  must(await renderLetter(world.setting, actor, { caseId, kind }, { renderer, publicUrl }));
  return seen as Sheet;
}

const textOf = (sheet: Sheet): string =>
  sheet.blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('\n') : block.text)).join('\n');

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  let text = '';
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await task.destroy();
  return text.replaceAll(/\s/g, '');
}

test('a letter says of itself whether it is sealed, by a demonstration seal or not at all', async (t) => {
  const scene = await decided(t, refusal);
  const { world, applicant, caseId } = scene;
  const textOf = async (format: 'pdf' | 'ofd', findSeal: FindSeal) => {
    let said = '';
    const renderer = async (sheet: Sheet) => {
      said = JSON.stringify(sheet);
      return new Uint8Array();
    };
    const asked = { caseId, kind: 'decision', format } as const;
    must(await renderLetter(world.setting, applicant, asked, { renderer, publicUrl, findSeal }));
    return said;
  };
  const demo = () => ({ folder: '/none', diameter: 42, isDemo: true });
  assert.match(
    await textOf('ofd', () => undefined),
    /未加盖电子印章，请扫描二维码核对.*Unsealed: verify it by the code/,
  );
  assert.match(await textOf('ofd', demo), /印章里的时间是下载的时间；作出的日期以落款为准/);
  assert.match(await textOf('ofd', demo), /加盖本机关电子印章（演示印章，不具效力）.*"seal":\{"diameter":42\}/);
  const pdf = await textOf('pdf', demo);
  assert.match(pdf, /本 PDF 由系统生成，未加盖电子印章.*OFD 版式文件可以在同一页面下载/);
  assert.doesNotMatch(pdf, /"seal":/);
});

test('a refusal comes as a PDF with number, reasons, remedies with their last days, and the whole name', async (t) => {
  const scene = await decided(t, refusal);
  const { world, applicant, caseId, number } = scene;
  const asked = { caseId, kind: 'decision' as const };
  const { bytes } = must(await renderLetter(world.setting, applicant, asked, { renderer: drawnLetters(), publicUrl }));
  assert.equal(Buffer.from(bytes.subarray(0, 5)).toString('latin1'), '%PDF-');
  const text = await readPdf(bytes);
  for (const part of [
    number,
    '不予行政许可决定书',
    '陈𬱖',
    '屋顶承重不足',
    '《行政许可法》第三十八条',
    '最迟于2026年11月20日向示例市人民政府申请行政复议',
    '最迟于2027年3月21日向示例市人民法院提起行政诉讼',
  ]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
});

test('an acceptance slip names materials, both last days and the law they come from', async (t) => {
  const scene = await decided(t, refusal);
  const text = textOf(await sheetOf(scene, scene.applicant, scene.caseId, 'acceptance'));
  for (const part of ['1. 安装图纸（1 个文件）', '5个工作日', '20个工作日', '第四十二条', '第四十四条', '第四十五条']) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  assert.doesNotMatch(text, /990100195003150029/);
});

test('an acceptance slip printed after a pause and a decision is the slip of the first day', async (t) => {
  const scene = await filed(t);
  const { world, clerk, applicant, caseId } = scene;
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'accept' });
  const first = await sheetOf(scene, applicant, caseId, 'acceptance');
  world.now = '2026-09-23T02:00:00.000Z' as Instant;
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'pause', procedure: 'site', reason: '约定核查' });
  world.now = '2026-09-28T02:00:00.000Z' as Instant;
  await does(scene, clerk, caseId, { kind: 'resume' });
  assert.deepEqual(await sheetOf(scene, applicant, caseId, 'acceptance'), first);
});

test('a correction names every point by what people call it, and the day until which to answer', async (t) => {
  const scene = await filed(t);
  const { clerk, applicant, caseId } = scene;
  await does(scene, clerk, caseId, { kind: 'claim' });
  const points = [
    { at: 'blades', problem: '请核对叶片数' },
    { at: 'drawing', problem: '图纸没有签名' },
  ];
  await does(scene, clerk, caseId, { kind: 'ask-correction', points });
  const text = textOf(await sheetOf(scene, applicant, caseId, 'correction'));
  for (const part of ['1. 几片叶片', '请核对叶片数', '2. 安装图纸', '图纸没有签名', '2026年10月21日'])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

test('who is not accepted is told why, by which article, and the remedies', async (t) => {
  const scene = await filed(t);
  const { clerk, applicant, caseId } = scene;
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'refuse-acceptance', reason: '该事项由省级机关办理，请向省风车局申请。' });
  const text = textOf(await sheetOf(scene, applicant, caseId, 'non-acceptance'));
  for (const part of ['请向省风车局申请', '第三十二条第一款', '申请行政复议', '提起行政诉讼'])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

test('an approval names the certificate, the conditions and the day of delivery', async (t) => {
  const conditions = '每年检修一次。';
  const scene = await decided(t, { outcome: 'approved-with-conditions', reasons: '符合条件。', conditions });
  const text = textOf(await sheetOf(scene, scene.applicant, scene.caseId, 'decision'));
  for (const part of [conditions, '电子证照标识', '第四十四条', '申请行政复议']) assert.ok(text.includes(part), part);
});

test('the code leads to the tracking page with the number and nothing else', async (t) => {
  const { number } = await filed(t);
  assert.equal(trackingUrl(publicUrl, number), `${publicUrl}/track?number=${number}`);
});

test("nobody else gets a letter, nor anybody one that was not written; an officer's reading is noted", async (t) => {
  const scene = await decided(t, refusal);
  const { world, applicant, approver, caseId } = scene;
  const printing = { renderer: async () => new Uint8Array(), publicUrl };
  const asked = { caseId, kind: 'decision' as const };
  assert.equal((await renderLetter(world.setting, person(), asked, printing)).ok, false);
  assert.equal((await renderLetter(world.setting, applicant, { caseId, kind: 'correction' }, printing)).ok, false);
  const elsewhere = { ...approver, organisationId: crypto.randomUUID() };
  const ref = { ...asked, divisionCode: '990100' };
  assert.equal((await renderLetterForStaff(world.setting, elsewhere, ref, printing)).ok, false);
  must(await renderLetterForStaff(world.setting, approver, ref, printing));
  const reads = await reading(world, applicant, (ctx) => listReadsOf(ctx, subjectOf(ctx, applicant.id)));
  assert.ok(reads.some(({ purpose, actor }) => purpose === '查看办件文书' && actor === approver.id));
});

test('a letter is saved as a file of its name by its applicant alone', async (t) => {
  const scene = await filed(t, (world) =>
    addLetterPages(world.app, { publicUrl, renderer: async () => Buffer.from('%PDF-') }),
  );
  const { world, clerk, applicant, caseId, number } = scene;
  await does(scene, clerk, caseId, { kind: 'claim' });
  await does(scene, clerk, caseId, { kind: 'accept' });
  const stranger = person();
  const get = async (as: Actor, kind: string) => {
    await world.call(ReadOwnCase, { as, params: { caseId } });
    const headers = { 'x-test-actor': as.id };
    return await world.app.http.inject({ url: `/my/cases/${caseId}/letters/${kind}.pdf`, headers });
  };
  const saved = await get(applicant, 'acceptance');
  assert.deepEqual([saved.statusCode, saved.headers['content-type']], [200, 'application/pdf']);
  assert.ok(String(saved.headers['content-disposition']).includes(encodeURIComponent(`受理通知书 ${number}.pdf`)));
  assert.equal((await get(stranger, 'acceptance')).statusCode, 404);
  assert.equal((await get(applicant, 'decision')).statusCode, 404);
  assert.equal((await get(applicant, 'toString')).statusCode, 404);
  assert.equal((await world.app.http.inject({ url: `/my/cases/${caseId}/letters/acceptance.pdf` })).statusCode, 401);
});
