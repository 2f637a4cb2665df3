// The ways beside the straight one: in English from end to end, another device, a correction, a pause, taking it back,
// rating without a name, and every grade with the same number of presses. All without script, by what is on the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { ListRatingGroups, ListRatings } from '@zhengtong/evaluation/contract';
import type { Page } from 'playwright-core';
import { type PortalServer, signInByHand, startPortal } from '../accessibility/portal-server.ts';
import { drawing, fileByHand, press } from '../accessibility/portal-steps.ts';
import { closeBrowser, closePage, findChinese, keepScreenshot, openPage } from '../browser/index.ts';

const undo: (() => unknown)[] = [];
let server: PortalServer;
before(async () => {
  server = await startPortal({ after: (done) => void undo.push(done as () => unknown) });
});
after(async () => {
  await closeBrowser();
  for (const step of undo.reverse()) await step();
});

const text = async (page: Page) => (await page.locator('body').textContent()) ?? '';
const enter = (page: Page, field: string) => Promise.all([page.waitForEvent('load'), page.press(field, 'Enter')]);
const idOf = (path: string) => path.split('/').at(-1) ?? '';

async function signedIn(phone: string, number: string): Promise<Page> {
  const page = await openPage({ width: 390, height: 844, script: false });
  await signInByHand(page, server, phone, number);
  return page;
}
const delivered = async (page: Page): Promise<string> => {
  const at = await fileByHand(page, server);
  await server.office.accept(idOf(at));
  await server.office.decide(idOf(at), 'approved');
  await server.world.drain();
  return at;
};

/** Names of bodies, people and laws, and officers' words, have no English; the service and what it asks for do. */
const translated = /屋顶风车设置许可$|安装图纸|图纸有设计人签名|几片叶片|提交|办理|材料$/;
async function readsEnglish(page: Page, where: string): Promise<void> {
  await keepScreenshot(page, `english/${where}`);
  const { unmarked, marked } = await findChinese(page);
  assert.deepEqual(unmarked, [], where);
  assert.deepEqual(
    marked.filter((words) => translated.test(words)),
    [],
    where,
  );
}

test('in English from the search to the rating no Chinese is left but names, laws and officers’ words, marked as such', async () => {
  const page = await openPage({ width: 390, height: 844, script: false });
  await page.goto(server.url('/'));
  await page.click('.tools >> text=English');
  await readsEnglish(page, 'home');
  await page.fill('#search-q', 'windmill');
  await enter(page, '#search-q');
  await readsEnglish(page, 'search');
  await press(page, 'Permit for a windmill on a roof');
  await readsEnglish(page, 'guide');
  await press(page, 'Apply now');
  await readsEnglish(page, 'sign-in');
  await page.fill('#phone', '13900000021');
  await enter(page, '#phone');
  await readsEnglish(page, 'code');
  await page.fill('#code', await server.newestCode());
  await enter(page, '#code');
  await readsEnglish(page, 'verify');
  await page.fill('#name', '王小明');
  await page.fill('#number', '990100197001020019');
  await enter(page, '#number');
  await readsEnglish(page, 'start');
  await press(page, 'Start');
  await readsEnglish(page, 'overview');
  await press(page, 'One question a page');
  await page.fill('#q-blades', 'three');
  await press(page, 'Save and continue');
  await readsEnglish(page, 'wrong-answer');
  await page.fill('#q-blades', '3');
  await press(page, 'Save and continue');
  await page.setInputFiles('#m-drawing', { ...drawing, name: '风车签名版.pdf' });
  await Promise.all([page.waitForEvent('load'), page.click('form[enctype] .btn.second')]);
  await readsEnglish(page, 'materials');
  await press(page, 'Check and submit');
  await readsEnglish(page, 'check');
  await press(page, 'Submit');
  await readsEnglish(page, 'receipt');
  const at = new URL(page.url()).pathname.replace(/\/receipt$/, '');
  const number = (await page.locator('.panel-number strong').textContent()) ?? '';

  await page.goto(server.url(at));
  await readsEnglish(page, 'case');
  await page.goto(server.url('/track'));
  await page.fill('#number', number);
  await page.fill('#tail', '0021');
  await enter(page, '#tail');
  assert.match(await text(page), /The journey of your application/);
  await readsEnglish(page, 'tracked');
  await server.office.accept(idOf(at));
  await server.office.decide(idOf(at), 'approved');
  await server.world.drain();
  for (const path of [
    at,
    `${at}/slip`,
    `${at}/decision`,
    '/my/cases',
    '/my/letters',
    '/my/certificates',
    '/my/uses',
    '/my/account',
    '/help',
  ]) {
    await page.goto(server.url(path));
    await readsEnglish(page, path.split('/').at(-1) ?? '');
  }
  await page.goto(server.url('/my/letters'));
  await page.locator('.services a').first().click();
  await readsEnglish(page, 'letter');
  await page.goto(server.url('/my/certificates'));
  const code = new URL((await page.locator('.qr a').first().getAttribute('href')) ?? '');
  await page.goto(server.url(code.pathname + code.search));
  await readsEnglish(page, 'verified');
  await page.goto(server.url(`${at}/rating`));
  await page.click('label[for="stars-4"]');
  await press(page, 'Send the rating');
  assert.match(await text(page), /Thank you for your rating/);
  await readsEnglish(page, 'rated');
  await closePage(page);
});

test('every grade from one star to five is sent by two presses and nothing more', async () => {
  const page = await signedIn('13900000022', '990100197101020016');
  for (const stars of [1, 2, 3, 4, 5]) {
    const at = await delivered(page);
    await page.goto(server.url(`${at}/rating`));
    assert.equal(await page.locator('input[type=radio]:checked').count(), 0);
    await page.click(`label[for="stars-${stars}"]`);
    await press(page, '提交评价');
    assert.match(await text(page), /谢谢您的评价/, `${stars} stars`);
  }
  await closePage(page);
});

test('a rating without a name is taken, and officers see nothing of it that day', async () => {
  const page = await signedIn('13900000023', '990100197201020013');
  const at = await delivered(page);
  await page.goto(server.url(`${at}/rating`));
  await page.click('label[for="stars-1"]');
  await page.click('label[for="anonymous"]');
  await press(page, '提交评价');
  await keepScreenshot(page, 'citizen/rated-anonymously');
  assert.match(await text(page), /非常不满意 · 匿名/);
  const as = server.office.officers.supervisor;
  const named = await server.world.call(ListRatings, { as });
  const groups = await server.world.call(ListRatingGroups, { as });
  // Those of the test before stand under a name; this one stands nowhere until four more and some days have come.
  assert.ok(JSON.stringify(named.body).includes('"stars":5'));
  assert.equal(JSON.stringify(named.body).includes(idOf(at)), false);
  assert.deepEqual(groups.body, { groups: [] });
  await closePage(page);
});

test('begun on one device, gone on with on another: the answer is there and the way leads on', async () => {
  const [number, phone] = ['990100197301020010', '13900000024'];
  const first = await signedIn(phone, number);
  await first.goto(server.url(`/apply/${server.item.divisionCode}/${server.item.itemId}`));
  await press(first, '开始填写');
  await press(first, '一页一题地填');
  await first.fill('#q-blades', '4');
  await press(first, '保存并继续');
  await closePage(first);
  const second = await openPage({ width: 1280, script: false });
  await second.goto(server.url('/sign-in?back=%2Fmy%2Fcases'));
  await second.fill('#phone', phone);
  await enter(second, '#phone');
  await second.fill('#code', await server.newestCode());
  await enter(second, '#code');
  await press(second, '屋顶风车设置许可');
  await press(second, '接着填');
  await keepScreenshot(second, 'citizen/other-device');
  assert.match(await text(second), /问题都填好了，还有 1 份材料没交/);
  await press(second, '上传材料');
  await closePage(second);
});

test('a session that ended in mid-form leads back to the same question with what was typed', async () => {
  const page = await signedIn('13900000025', '990100197401020018');
  await page.goto(server.url(`/apply/${server.item.divisionCode}/${server.item.itemId}`));
  await press(page, '开始填写');
  await press(page, '一页一题地填');
  const question = page.url();
  await page.fill('#q-blades', '7');
  server.world.now = new Date(Date.parse(server.world.now) + 3_600_000).toISOString() as typeof server.world.now;
  await press(page, '保存并继续');
  await page.fill('#phone', '13900000025');
  await enter(page, '#phone');
  await page.fill('#code', await server.newestCode());
  await enter(page, '#code');
  await press(page, '继续');
  assert.equal(new URL(page.url()).pathname, new URL(question).pathname);
  assert.equal(await page.inputValue('#q-blades'), '7');
  await closePage(page);
});

test('a session that ended on a page with a file keeps what was typed beside it, and says that the file did not come', async () => {
  const label = (zh: string) => ({ zh, en: zh });
  const questions = [
    { key: 'street', kind: 'text' as const, label: label('哪条街') },
    { key: 'floors', kind: 'number' as const, label: label('几层楼') },
    { key: 'photo', kind: 'file' as const, label: label('屋顶照片'), required: false },
  ];
  const item = await givenItem(server.world, {
    name: '屋顶天线备案',
    materials: [],
    form: { title: label('天线'), sections: [{ key: 'roof', title: label('屋顶'), questions }] },
  });
  const page = await signedIn('13900000027', '990100197601020012');
  await page.goto(server.url(`/apply/${item.divisionCode}/${item.itemId}`));
  await press(page, '开始填写');
  await press(page, '全部放在一页填');
  const question = page.url();
  await page.fill('#q-street', '晨光路');
  await page.fill('#q-floors', '三');
  await page.setInputFiles('#q-photo', drawing);
  server.world.now = new Date(Date.parse(server.world.now) + 3_600_000).toISOString() as typeof server.world.now;
  await press(page, '保存并继续');
  await keepScreenshot(page, 'citizen/session-over-file');
  assert.match(await text(page), /您填写的内容还在/);
  assert.match(await text(page), /刚才选的文件没有传上来/);
  await page.fill('#phone', '13900000027');
  await enter(page, '#phone');
  await page.fill('#code', await server.newestCode());
  await enter(page, '#code');
  await press(page, '继续');
  await keepScreenshot(page, 'citizen/session-over-file-back');
  assert.equal(new URL(page.url()).pathname, new URL(question).pathname);
  // Also what was typed wrong stands as it was typed.
  assert.deepEqual([await page.inputValue('#q-street'), await page.inputValue('#q-floors')], ['晨光路', '三']);
  assert.match(await text(page), /选的文件没有传上来，填写的内容都在/);
  await page.fill('#q-floors', '3');
  await page.setInputFiles('#q-photo', drawing);
  await press(page, '保存并继续');
  assert.match(await text(page), /平面图\.pdf/);
  await closePage(page);
});

test('a correction is said once and whole, answered, and the case goes on; a pause is said with its reason; it is taken back', async () => {
  const page = await signedIn('13900000026', '990100197501020015');
  const at = await fileByHand(page, server);
  const points = [{ at: 'blades', problem: '与图纸不符' }];
  await server.office.act('clerk', idOf(at), { kind: 'claim' }, { kind: 'ask-correction', points });
  await page.goto(server.url(at));
  await keepScreenshot(page, 'citizen/correction');
  assert.match(await text(page), /几片叶片：与图纸不符/);
  await press(page, '去补正');
  await keepScreenshot(page, 'citizen/correction-begun');
  assert.match(await text(page), /请您补正 1 处，已改 0 处/);
  await press(page, '一页一题地填');
  await press(page, '保存并继续');
  await keepScreenshot(page, 'citizen/correction-untouched');
  await press(page, '提交补正');
  assert.match(await text(page), /请改好“几片叶片”，或者写明为什么不用改/);
  await page.fill('#word-blades', '图纸画的就是三片。');
  await press(page, '提交补正');
  assert.match(await text(page), /提交成功/);
  await server.office.accept(idOf(at));
  const pause = { kind: 'pause' as const, procedure: 'site', reason: '约好周三到现场看' };
  await server.office.act('reviewer', idOf(at), { kind: 'claim' }, pause, { kind: 'release' });
  await page.goto(server.url(at));
  await keepScreenshot(page, 'citizen/paused');
  for (const part of ['暂停计时', '现场核查', '约好周三到现场看']) assert.ok((await text(page)).includes(part), part);
  await press(page, '撤回申请');
  await press(page, '撤回申请');
  await keepScreenshot(page, 'citizen/withdrawn');
  assert.match(await text(page), /已撤回/);
  await closePage(page);
});
