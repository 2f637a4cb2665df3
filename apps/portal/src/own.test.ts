import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActOnRectification, ListRectifications } from '@zhengtong/evaluation/contract';
import { givenFile } from '@zhengtong/files/test';
import { givenPerson, givenSession, givenStaff } from '@zhengtong/identity/test';
import { type Instant, toInstant } from '@zhengtong/kernel';
import { demoPhone } from '@zhengtong/messages';
import { approved } from './test/approved.ts';
import { browse, hiddenOf, portalWorld, signIn, verifySelf } from './test/index.ts';

test('the person sees which body and post used what of theirs, what for and how often, and no name of an officer', async (t) => {
  const { world, tab, at, item } = await approved(t);
  const { GetCase } = await import('@zhengtong/cases/contract');
  const clerk = await givenStaff(world, 'clerk', { id: item.organisationId, divisionCode: item.divisionCode });
  const caseId = at.split('/').at(-1) ?? '';
  for (let times = 0; times < 3; times++) await world.call(GetCase, { as: clerk, params: { caseId } });
  const { body } = await tab.get('/my/uses');
  const row = body.split('<tr>').find((part) => part.includes('>clerk<')) ?? '';
  for (const part of ['示例市风车局', '身份号码', '办理您的申请', `href="${at}"`, '共 3 次', '编号 '])
    assert.ok(row.includes(part), part);
  assert.doesNotMatch(body, /测试clerk|residentNumber/);
  await tab.get('/display?lang=en&back=/');
  const english = (await tab.get('/my/uses')).body;
  assert.match(english, /<span lang="zh-CN">示例市风车局<\/span>/);
  assert.match(english, /Reception desk[\s\S]*To handle your application/);
});

test('the account shows numbers masked and ends a session on another device', async (t) => {
  const world = await portalWorld(t);
  const [phone, desk] = [browse(world), browse(world)];
  await signIn(world, phone);
  await signIn(world, desk);
  await verifySelf(desk);
  const { body } = await desk.get('/my/account');
  assert.doesNotMatch(body, /990100199001010012|13900000001/);
  const forms = body.split('<form').filter((part) => part.includes('/my/sessions/ending') && !part.includes('本机'));
  await desk.post('/my/sessions/ending', hiddenOf(`<form${forms[0]}`));
  assert.equal((await phone.get('/my/account')).statusCode, 303);
  assert.equal((await desk.get('/my/account')).statusCode, 200);
});

test('open pages are there for anybody, the demo phone only in the demo city', async (t) => {
  const world = await portalWorld(t);
  for (const url of [
    '/help',
    '/accessibility',
    '/developers',
    '/design',
    '/verify',
    '/track',
    '/robots.txt',
    '/sign-in',
    '/departments',
  ])
    assert.equal((await world.portal.http.inject(url)).statusCode, 200, url);
  // Words only developers know stand on their page, not at the foot of everybody's.
  const foot = (await world.portal.http.inject('/help')).body.split('<footer')[1] ?? '';
  assert.doesNotMatch(foot, /设计系统|接口/);
  assert.match((await world.portal.http.inject('/developers')).body, /href="\/api"[\s\S]*href="\/design"/);
  assert.equal((await world.portal.http.inject('/demo/phone')).statusCode, 404);
  const demo = await portalWorld(t, { demoPhone: demoPhone() });
  assert.match((await demo.portal.http.inject('/demo/phone')).body, /这不是真的手机/);
});

test('the demo phone says to the second when each message came, and can be looked at again', async (t) => {
  const times = ['2026-03-02T01:00:05Z', '2026-03-02T01:00:09Z'].map((at) => toInstant(Date.parse(at)));
  const phone = demoPhone(() => times.shift() as Instant);
  const demo = await portalWorld(t, { demoPhone: phone });
  const again = /<a href="\/demo\/phone">刷新本页<\/a>/;
  assert.match((await demo.portal.http.inject('/demo/phone')).body, again);
  for (const text of ['验证码 111111', '验证码 222222']) await phone.send({ id: text, phone: '13900000001', text });
  const { body } = await demo.portal.http.inject('/demo/phone');
  assert.match(body, /2026年3月2日 09:00:09<[\s\S]*222222[\s\S]*09:00:05<[\s\S]*111111/);
  assert.match(body, again);
});

test('the demo phone shows the code of each demonstration account, however many there are', async (t) => {
  const codes = Array.from({ length: 50 }, (_, at) => ({ account: `desk-${at}`, code: String(100_000 + at) }));
  const demo = await portalWorld(t, { demoPhone: { ...demoPhone(), listCodes: () => codes } });
  const { body } = await demo.portal.http.inject('/demo/phone');
  for (const { account, code } of codes) assert.match(body, new RegExp(`>${account}<.*?>${code}<`, 's'));
});

test('every page of a person exists in English without a Chinese sentence of ours', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  tab.cookies.lang = 'en';
  for (const url of [
    '/my/account',
    '/my/cases',
    '/my/certificates',
    '/my/letters',
    '/my/mail',
    '/my/uses',
    '/track',
    '/verify',
    '/help',
  ]) {
    const { body } = await tab.get(url);
    const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '';
    assert.deepEqual(main.replace(/王\**/g, '').match(/\p{Script=Han}+/gu) ?? [], [], url);
  }
});

test('a delivered case is rated once, one star as easily as five; none chosen is told', async (t) => {
  const { world, tab, at } = await approved(t);
  await world.drain();
  const page = await tab.get(`${at}/rating`);
  assert.doesNotMatch(page.body, / checked=""/);
  const form = hiddenOf(page.body, `${at}/rating`);
  assert.match((await tab.post(`${at}/rating`, form)).body, /请先选一个满意程度/);
  const poor = { ...form, stars: '1', why1: ['speed'], words: '等了很久' };
  const [first, second] = await Promise.all([tab.post(`${at}/rating`, poor), tab.post(`${at}/rating`, poor)]);
  assert.deepEqual([first?.statusCode, second?.statusCode], [303, 303]);
  const { body } = await tab.get(`${at}/rating`);
  for (const part of ['非常不满意', '等了很久', '整改情况']) assert.ok(body.includes(part), part);
});

test('a certificate typed in small letters is answered under its number as it stands on the paper', async (t) => {
  const { tab } = await approved(t);
  const written = /1\.2\.156\.3005\.2\.[0-9A-Z.]+/.exec((await tab.get('/my/certificates')).body)?.[0] ?? 'none';
  const typed = ` ${written.toLowerCase()} `;
  const { body } = await tab.post('/verify', {
    ...hiddenOf((await tab.get('/verify')).body, '/verify'),
    identifier: typed,
  });
  const answer = /<dl[\s\S]*?<\/dl>/.exec(body)?.[0] ?? '';
  assert.ok(answer.includes(written) && !answer.includes(typed.trim()), answer);
});

test('who was dissatisfied twice reads what the supervisor found who looked again', async (t) => {
  const { world, tab, at, item } = await approved(t);
  await world.drain();
  const form = hiddenOf((await tab.get(`${at}/rating`)).body, `${at}/rating`);
  await tab.post(`${at}/rating`, { ...form, stars: '1' });
  const office = { id: item.organisationId, divisionCode: item.divisionCode };
  const clerk = await givenStaff(world, 'clerk', office);
  const { body: list } = await world.call(ListRectifications, { as: clerk });
  const [{ id } = { id: '' }] = list.rectifications as { id: string }[];
  for (const kind of ['contacted', 'repaired', 'fed-back'] as const)
    await world.call(ActOnRectification, { as: clerk, params: { id }, body: { kind, words: '已经补办' } });
  const again = hiddenOf((await tab.get(`${at}/rating`)).body, `${at}/rating`);
  await tab.post(`${at}/rating`, { ...again, stars: '1' });
  const body = { kind: 'closed' as const, words: '多收的材料已经退还' };
  const as = await givenStaff(world, 'supervisor', office);
  assert.equal((await world.call(ActOnRectification, { as, params: { id }, body })).status, 200);
  const page = (await tab.get(`${at}/rating`)).body;
  for (const part of ['已经补办', '复查结果', '多收的材料已经退还']) assert.ok(page.includes(part), part);
  assert.match((await tab.get('/my/letters')).body, /对您再次评价的答复/);
});

test('a letter comes for what changed and leads to its case', async (t) => {
  const { world, tab } = await approved(t);
  await world.drain();
  const list = await tab.get('/my/letters');
  const href = /href="(\/my\/letters\/[^"]+)"/.exec(list.body)?.[1] ?? '';
  assert.match(list.body, /未读/);
  const countUnread = (page: string) => page.match(/未读<\//g)?.length ?? 0;
  assert.equal((await world.portal.http.inject({ method: 'HEAD', url: href, cookies: tab.cookies })).statusCode, 405);
  assert.equal(countUnread((await tab.get('/my/letters')).body), countUnread(list.body));
  const letter = await tab.get(href);
  assert.match(letter.body, /去看这一件/);
  assert.equal(countUnread((await tab.get('/my/letters')).body), countUnread(list.body) - 1);
  assert.equal((await browse(world).get(href)).statusCode, 303);
});

test('an address that only takes what a page sends says so to who opens it, and what to do', async (t) => {
  const tab = browse(await portalWorld(t));
  const { statusCode, headers, body } = await tab.get('/sign-out');
  assert.deepEqual([statusCode, headers.allow], [405, 'POST']);
  assert.match(body, /不能这样打开这个网址[\s\S]*请返回上一页[\s\S]*回到首页/);
  tab.cookies.lang = 'en';
  assert.match((await tab.get('/sign-out')).body, /cannot be opened like this[\s\S]*Go back/);
});

test('a file put to no application is listed with the day it goes, and goes at once by its button', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  const me = await givenPerson(world);
  const [cookie = '', token = ''] = (await givenSession(world, me)).split('=');
  tab.cookies[cookie] = token;
  assert.doesNotMatch((await tab.get('/my/account')).body, /\/my\/files/);
  await givenFile(world, world.ports.files, me, '忘了用的证明.pdf');
  assert.match((await tab.get('/my/account')).body, /传了还没用上的文件（1 个）/);
  const { body } = await tab.get('/my/files');
  assert.match(body, /忘了用的证明\.pdf[\s\S]*2026年9月23日[^<]*自动删除/);
  await tab.post('/my/files/erasure', hiddenOf(body, '/my/files/erasure'));
  assert.match((await tab.get('/my/files')).body, /没有这样的文件/);
});
