// The main job as a citizen walks it: find, apply, follow, be decided, hold the certificate, rate. Once without script on
// a phone, once in 长辈版 at 320 px with script. Officers act between by their contracts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type PortalServer, startPortal } from '../accessibility/portal-server.ts';
import { drawing, press } from '../accessibility/portal-steps.ts';
import { closeBrowser, closePage, keepScreenshot, openPage } from '../browser/index.ts';

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
const caseOf = (page: Page) => /\/my\/cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

/** Sends what stands in the form by the Enter key and waits for the page that answers. */
const enter = (page: Page, field: string) => Promise.all([page.waitForEvent('load'), page.press(field, 'Enter')]);

async function findAndStart(page: Page): Promise<void> {
  await page.goto(server.url('/'));
  await page.fill('#search-q', '装风车');
  await enter(page, '#search-q');
  await press(page, '屋顶风车设置许可');
  await press(page, '我要办理');
}

async function signInOnTheWay(page: Page, phone: string, number: string): Promise<void> {
  await page.fill('#phone', phone);
  await enter(page, '#phone');
  await page.fill('#code', await server.newestCode());
  await enter(page, '#code');
  await page.fill('#name', '王小明');
  await page.fill('#number', number);
  await enter(page, '#number');
}

async function answerAndFile(page: Page, { times = 1 } = {}): Promise<string> {
  await press(page, '开始填写');
  await press(page, '一页一题地填');
  await page.fill('#q-blades', '三');
  await press(page, '保存并继续');
  assert.equal(await page.inputValue('#q-blades'), '三');
  await page.fill('#q-blades', '3');
  await press(page, '保存并继续');
  await page.setInputFiles('#m-drawing', drawing);
  await page.click('form[enctype] .btn.second');
  // With script the answer takes the place of the page's content, without it a page is loaded.
  await page.getByText('平面图.pdf').first().waitFor();
  await press(page, '检查后提交');
  const send = page.locator('main form[action$="/submission"] button.btn');
  await Promise.all([page.waitForURL('**/receipt'), send.click({ clickCount: times })]);
  return caseOf(page);
}

test('without script on a phone: from everyday words to the certificate, its verification and a rating', async () => {
  const page = await openPage({ width: 390, height: 844, script: false });
  await findAndStart(page);
  await keepScreenshot(page, 'citizen/1-sign-in');
  await signInOnTheWay(page, '13900000011', '990100199001010012');
  await keepScreenshot(page, 'citizen/2-start');
  const caseId = await answerAndFile(page);
  await keepScreenshot(page, 'citizen/3-receipt');
  assert.match(await text(page), /提交成功/);

  await server.office.act(
    'clerk',
    caseId,
    { kind: 'claim' },
    { kind: 'ask-correction', points: [{ at: 'drawing', problem: '缺设计人签名' }] },
  );
  await press(page, '查看办理进度');
  await keepScreenshot(page, 'citizen/4-correction');
  assert.match(await text(page), /缺设计人签名/);
  await press(page, '去补正');
  await page.goto(server.url(`/my/cases/${caseId}/materials`));
  await page.setInputFiles('#m-drawing', { ...drawing, name: '签名图纸.pdf' });
  await Promise.all([page.waitForEvent('load'), page.click('form[enctype] .btn.second')]);
  await press(page, '检查后提交');
  await press(page, '提交补正');

  await server.office.accept(caseId);
  await page.goto(server.url(`/my/cases/${caseId}`));
  await keepScreenshot(page, 'citizen/5-in-progress');
  assert.match(await text(page), /承诺 2026年\d+月\d+日前办结/);
  await server.office.decide(caseId, 'approved');
  await server.world.drain();
  await page.reload();
  await press(page, '查看决定书');
  await keepScreenshot(page, 'citizen/6-decision');
  assert.match(await text(page), /准予决定书/);

  await page.goto(server.url('/my/certificates'));
  await keepScreenshot(page, 'citizen/7-wallet');
  const code = await page.locator('.qr a').first().getAttribute('href');
  const stranger = await openPage({ width: 390, script: false });
  await stranger.goto(server.url(new URL(code ?? '').pathname + new URL(code ?? '').search));
  await keepScreenshot(stranger, 'citizen/8-verified');
  assert.match(await text(stranger), /证照有效/);
  await closePage(stranger);

  await page.goto(server.url(`/my/cases/${caseId}/rating`));
  await page.click('label[for="stars-1"]');
  await press(page, '提交评价');
  await keepScreenshot(page, 'citizen/9-rated');
  assert.match(await text(page), /谢谢您的评价/);
  await closePage(page);
});

test('in 长辈版 at 320 px with script: the dress stays through signing in, errors and filing, and a double press files once', async () => {
  const page = await openPage({ width: 320, height: 720 });
  await page.goto(server.url('/'));
  await page.click('.tools >> text=长辈版');
  await page.waitForSelector('html[data-theme=large]');
  await findAndStart(page);
  // A number with a wrong check digit is told beside its field; the right one goes on.
  await signInOnTheWay(page, '13900000012', '990100199001010029');
  await keepScreenshot(page, 'citizen/large-number-wrong');
  await page.fill('#number', '990100199001010020');
  await enter(page, '#number');
  await keepScreenshot(page, 'citizen/large-start');
  const start = page.url();
  await page.goto(server.url('/nowhere'));
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'large');
  await page.goto(start);
  const caseId = await answerAndFile(page, { times: 2 });
  await keepScreenshot(page, 'citizen/large-receipt');
  assert.match(await text(page), /提交成功/);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'large');
  await page.goto(server.url('/my/cases'));
  assert.equal(await page.locator(`a[href="/my/cases/${caseId}"]`).count(), 1);
  await closePage(page);
});

test('a session that ends in the middle of a question loses nothing: signed in again, the answer stands', async () => {
  const page = await openPage({ width: 390, script: false });
  await findAndStart(page);
  await signInOnTheWay(page, '13900000013', '990100197503030014');
  await press(page, '开始填写');
  await press(page, '一页一题地填');
  await page.fill('#q-blades', '5');
  server.world.now = new Date(Date.parse(server.world.now) + 3_600_000).toISOString() as typeof server.world.now;
  await press(page, '保存并继续');
  await keepScreenshot(page, 'citizen/session-over');
  assert.match(await text(page), /您填写的内容还在/);
  await page.fill('#phone', '13900000013');
  await enter(page, '#phone');
  await page.fill('#code', await server.newestCode());
  await enter(page, '#code');
  await press(page, '继续');
  await page.goto(server.url(`/my/cases/${caseOf(page)}/questions/blades`));
  assert.equal(await page.inputValue('#q-blades'), '5');
  await closePage(page);
});
