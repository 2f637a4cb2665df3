import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GetCase } from '@zhengtong/cases/contract';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenErased } from '@zhengtong/files/test';
import { givenOrganisation } from '@zhengtong/identity/test';
import { toInstant } from '@zhengtong/kernel';
import {
  browse,
  fileWindmill,
  hiddenOf,
  type PortalWorld,
  portalWorld,
  signIn,
  startWindmill,
  verifySelf,
} from './test/index.ts';
import { uploadDrawing } from './test/journey.ts';
import { givenOffice } from './test/office.ts';

async function filed(t: Parameters<typeof portalWorld>[0], given: Partial<PortalWorld> = {}) {
  const world = Object.assign(await portalWorld(t), given);
  const item = await givenItem(world);
  const office = await givenOffice(world, item);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = await startWindmill(tab, item);
  await fileWindmill(tab, at);
  return { world, item, office, tab, at, caseId: at.split('/').at(-1) ?? '' };
}

test('a filed case shows its journey, its clock day by day, and stands in the list', async (t) => {
  const { tab, at } = await filed(t);
  const { body } = await tab.get(at);
  for (const part of ['已提交，等待受理', 'class="days"', '期限是怎么算的', '撤回申请', '最晚'])
    assert.ok(body.includes(part), part);
  assert.match((await tab.get('/my/cases')).body, /屋顶风车设置许可/);
});

test('of documents erased after their time the page says when and why, where they stood', async (t) => {
  const { world, tab, at, office, caseId } = await filed(t);
  await office.act('clerk', caseId, { kind: 'claim' }, { kind: 'refuse-acceptance', reason: '不需要许可' });
  const said = '删除：按事项规定，办结后保管 10 年，期限已满';
  assert.ok(!(await tab.get(at)).body.includes(said));
  await givenErased(world);
  assert.ok((await tab.get(at)).body.includes(said));
});

test('a correction opens the questions asked about and nothing else, and is sent back once', async (t) => {
  const { tab, at, office, caseId } = await filed(t);
  const points = [{ at: 'blades', problem: '叶片数与图纸不符' }];
  await office.act('clerk', caseId, { kind: 'claim' }, { kind: 'ask-correction', points });
  const { body } = await tab.get(at);
  assert.match(body, /叶片数与图纸不符/);
  assert.match(body, /aria-current="step"[\s\S]*?请您补正[\s\S]*?等您补正/, 'the turn is the applicant’s');
  assert.doesNotMatch(body, /进行中/, 'nothing else is in hand');
  // Said again where it is put right, and nowhere is more offered than was asked.
  assert.match((await tab.get(`${at}/apply`)).body, /叶片数与图纸不符/);
  assert.doesNotMatch((await tab.get(`${at}/materials`)).body, /叶片数与图纸不符/);
  const looked = (await tab.get(`${at}/check`)).body;
  assert.doesNotMatch(looked, /每一项都可以改/);
  assert.ok(!looked.includes(`href="${at}/materials"`), 'no document was asked about');
  const page = await tab.get(`${at}/questions/all`);
  assert.match(page.body, /叶片数与图纸不符/);
  assert.match(page.body, /q\.blades/);
  assert.doesNotMatch(page.body, /q\.name/);
  const saved = await tab.post(`${at}/questions/all`, {
    ...hiddenOf(page.body, `${at}/questions/all`),
    asked: 'q.blades',
    'q.blades': '4',
  });
  assert.equal(saved.headers.location, `${at}/check`);
  const check = await tab.get(`${at}/check`);
  const sent = await tab.post(`${at}/submission`, hiddenOf(check.body, `${at}/submission`));
  assert.equal(sent.headers.location, `${at}/receipt`);
});

test('a correction begins at nothing done, and what is sent back as it was takes a word that the officer reads', async (t) => {
  const { world, tab, at, office, caseId } = await filed(t);
  const points = [
    { at: 'blades', problem: '叶片数与图纸不符' },
    { at: 'drawing', problem: '没有签名' },
  ];
  await office.act('clerk', caseId, { kind: 'claim' }, { kind: 'ask-correction', points });
  const overview = (await tab.get(`${at}/apply`)).body;
  assert.match(overview, /请您补正 2 处，已改 0 处[\s\S]*?>0%</);
  assert.equal(overview.match(/还没改/g)?.length, 2);
  await uploadDrawing(tab, at, '签好的图.pdf');
  assert.match((await tab.get(`${at}/apply`)).body, /请您补正 2 处，已改 1 处[\s\S]*?>50%</);

  const check = (await tab.get(`${at}/check`)).body;
  assert.match(check, /有 1 处还没有改[\s\S]*?questions\/blades\?from=check[\s\S]*?请您补正的是：叶片数与图纸不符/);
  const form = hiddenOf(check, `${at}/submission`);
  const silent = await tab.post(`${at}/submission`, form);
  assert.equal(silent.statusCode, 422);
  assert.match(silent.body, /href="#word-blades"[\s\S]*?id="word-blades"/);
  const word = '图纸画的就是三片。';
  const sent = await tab.post(`${at}/submission`, { ...form, 'word.blades': word });
  assert.equal(sent.headers.location, `${at}/receipt`);
  const { body } = await world.call(GetCase, { as: office.officers.clerk, params: { caseId } });
  assert.match(JSON.stringify(body.timeline), /几片叶片：图纸画的就是三片。/);
});

test('an answer that nobody asked about, or that is not the turn of its applicant, is not changed by a made-up form', async (t) => {
  const { world, tab, at, office, caseId } = await filed(t);
  const path = `${at}/questions/all`;
  const token = hiddenOf((await tab.get('/my/account')).body, '/my/sessions/ending');
  const write = (field: string) => tab.post(path, { ...token, asked: field, [field]: '99' });
  const answers = async () => {
    const asked = { as: office.officers.clerk, params: { caseId } };
    return JSON.stringify((await world.call(GetCase, asked)).body.answers);
  };
  const before = await answers();
  const early = await write('q.blades');
  assert.deepEqual([early.statusCode, early.headers.location], [303, `${at}?late=typed`], 'filed: back to the case');
  const points = [{ at: 'blades', problem: '叶片数与图纸不符' }];
  await office.act('clerk', caseId, { kind: 'claim' }, { kind: 'ask-correction', points });
  const other = await write('q.name');
  assert.equal(other.headers.location, `${at}/check`, 'what was not asked is left out');
  assert.equal(await answers(), before);
});

test('an acceptance has its slip with the limits, a refusal its letter with body and last day of each remedy', async (t) => {
  const { tab, at, office, caseId } = await filed(t);
  await office.accept(caseId);
  assert.match((await tab.get(`${at}/slip`)).body, /受理通知书[\s\S]*5 个工作日/);
  await office.decide(caseId, 'refused');
  const letter = (await tab.get(`${at}/decision`)).body;
  // Only the file can bear a seal that proves anything: the page says so and leads to it.
  assert.doesNotMatch(letter, /class="seal"/);
  assert.match(letter, /没有印章[\s\S]*letters\/decision\.ofd/);
  for (const part of ['不予批准决定书', '已核对图纸', '第三十八条', '示例市人民政府', '示例市人民法院', '前向'])
    assert.ok(letter.includes(part), part);
  assert.match((await tab.get(at)).body, /查看决定书/);
});

test('a case is taken back after one question more', async (t) => {
  const { tab, at } = await filed(t);
  const page = await tab.get(`${at}/withdrawal`);
  const other = await tab.get(`${at}/withdrawal`);
  const done = await tab.post(`${at}/withdrawal`, { ...hiddenOf(page.body, `${at}/withdrawal`), reason: '不办了' });
  assert.equal(done.headers.location, at);
  assert.match((await tab.get(at)).body, /已撤回/);
  // Once more in a second window, and by its address: it is done, not too late.
  const again = await tab.post(`${at}/withdrawal`, hiddenOf(other.body, `${at}/withdrawal`));
  for (const { headers } of [again, await tab.get(`${at}/withdrawal`)]) assert.equal(headers.location, at);
});

test('who takes a case back that was decided meanwhile is told that it was not, and so is who comes to the page late', async (t) => {
  const { tab, at, office, caseId } = await filed(t);
  const page = await tab.get(`${at}/withdrawal`);
  await office.accept(caseId);
  await office.decide(caseId, 'approved');
  const done = await tab.post(`${at}/withdrawal`, { ...hiddenOf(page.body, `${at}/withdrawal`), reason: '不办了' });
  assert.equal(done.statusCode, 409);
  assert.match(done.body, /这件已经不能撤回[\s\S]*已准予[\s\S]*没有撤回/);
  const late = (await tab.get(`${at}/withdrawal`)).body;
  assert.match(late, /这件已经不能撤回/);
  assert.doesNotMatch(late, /name="reason"/);
});

test('number and end of the phone track a case without a name; either wrong says the same', async (t) => {
  const { world, tab, at } = await filed(t);
  const number = /<strong class="code">([^<]+)</.exec((await tab.get(`${at}/receipt`)).body)?.[1] ?? '';
  const stranger = browse(world);
  const form = hiddenOf((await stranger.get('/track')).body, '/track');
  const found = await stranger.post('/track', { ...form, number, tail: '0001' });
  assert.match(found.body, /已提交，等待受理/);
  assert.doesNotMatch(found.body, /王/);
  for (const wrong of [
    { number, tail: '9999' },
    { number: 'X1', tail: '0001' },
  ])
    assert.match((await stranger.post('/track', { ...form, ...wrong })).body, /没有找到。请核对/);
});

test('a case accepted because nobody answered in five working days says so, not that an officer accepted it', async (t) => {
  const { world, tab, at } = await filed(t);
  world.now = toInstant(Date.parse(world.now) + 21 * 86_400_000);
  await world.drain();
  await signIn(world, tab);
  assert.match((await tab.get(at)).body, /视为受理：五个工作日内没有要求补正/);
});

test('a day of the clock is spent when it ends in China, whatever the day is in Greenwich', async (t) => {
  const { world, tab, at, office, caseId } = await filed(t);
  await office.accept(caseId);
  const spent = async (now: string) => {
    world.now = toInstant(Date.parse(now));
    await signIn(world, tab);
    return (await tab.get(at)).body.match(/class="day counted/g)?.length ?? 0;
  };
  const wednesday = await spent('2026-09-23T23:30:00+08:00');
  assert.ok(wednesday > 0);
  assert.equal(await spent('2026-09-24T00:30:00+08:00'), wednesday + 1);
});

test('after a transfer the page says who has the case, the letter who decided, and the slip who accepted it', async (t) => {
  const { world, office, tab, at, caseId } = await filed(t);
  const other = await givenOrganisation(world, '示例市行政审批局');
  const there = await givenOffice(world, { organisationId: other.id, divisionCode: '990100' });
  const before = /现由([^<]+)办理/.exec((await tab.get(at)).body)?.[1];
  assert.ok(before && before !== other.name);
  await office.accept(caseId);
  await office.act('supervisor', caseId, { kind: 'transfer', organisationId: other.id, reason: '职责已划转' });
  assert.match((await tab.get(at)).body, /现由示例市行政审批局办理/);
  await there.decide(caseId, 'refused');
  assert.match((await tab.get(at)).body, /由示例市行政审批局作出决定/);
  const mainOf = async (page: string) => /<main[\s\S]*<\/main>/.exec((await tab.get(`${at}/${page}`)).body)?.[0] ?? '';
  assert.match(await mainOf('decision'), /示例市行政审批局/);
  assert.match(await mainOf('slip'), new RegExp(before));
});
