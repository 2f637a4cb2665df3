// What a stranger learns who is shown a certificate, and what somebody learns whose application is refused: on the
// public pages, without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type CertificateView, ChangeCertificate, ListIssued } from '@zhengtong/certificates/contract';
import type { Page } from 'playwright-core';
import { type PortalServer, signInByHand, startPortal } from '../accessibility/portal-server.ts';
import { fileByHand, press } from '../accessibility/portal-steps.ts';
import { closeBrowser, closePage, keepScreenshot, openPage } from '../browser/index.ts';

const undo: (() => unknown)[] = [];
let server: PortalServer;
let holder: Page;
/** The path behind the QR code of the holder's certificate. */
let behindCode: URL;
let identifier: string;

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

before(async () => {
  server = await startPortal({ after: (done) => void undo.push(done as () => unknown) });
  holder = await openPage({ width: 390, height: 844, script: false });
  await signInByHand(holder, server, '13900000031');
  const caseId = idOf(await fileByHand(holder, server));
  await server.office.accept(caseId);
  await server.office.decide(caseId, 'approved');
  await server.world.drain();
  await holder.goto(server.url('/my/certificates'));
  behindCode = new URL((await holder.locator('.qr a').first().getAttribute('href')) ?? '');
  identifier = decodeURIComponent(idOf(behindCode.pathname));
});
after(async () => {
  await closePage(holder);
  await closeBrowser();
  for (const step of undo.reverse()) await step();
});

/** Types a number into the public page as somebody at a counter does; what the page answers. */
async function ask(number: string, picture: string): Promise<string> {
  const page = await openPage({ width: 390, height: 844, script: false });
  await page.goto(server.url('/verify'));
  await page.fill('#identifier', number);
  await Promise.all([page.waitForEvent('load'), page.press('#identifier', 'Enter')]);
  await keepScreenshot(page, `verify/${picture}`);
  const said = (await page.locator('main').textContent()) ?? '';
  await closePage(page);
  return said;
}

async function scan(address: string, picture: string): Promise<string> {
  const page = await openPage({ width: 390, height: 844, script: false });
  await page.goto(server.url(address));
  await keepScreenshot(page, `verify/${picture}`);
  const said = (await page.locator('main').textContent()) ?? '';
  await closePage(page);
  return said;
}

test('by its number alone a certificate is said to hold, and neither whose nor what it is', async () => {
  const said = await ask(` ${identifier} `, 'by-number');
  assert.match(said, /证照有效/);
  assert.match(said, /只凭编号核验，只回答有效、无效或者查不到/);
  assert.doesNotMatch(said, /王小明|王\*|叶片|屋顶风车/);
});

test('by the code on it the whole certificate is shown; with a wrong secret no more than by number', async () => {
  const said = await scan(behindCode.pathname + behindCode.search, 'by-code');
  assert.match(said, /证照有效/);
  assert.match(said, /王小明|王\*+/);
  assert.match(said, /示例市风车局/);
  const guessed = await scan(`${behindCode.pathname}?s=${'x'.repeat(22)}`, 'wrong-secret');
  assert.doesNotMatch(guessed, /王小明|王\*+|叶片/);
  assert.match(guessed, /只凭编号核验|没有这个编号的证照/);
});

test('a number nobody was given is said to be unknown, and that the paper may be forged', async () => {
  const said = await ask(`${identifier.slice(0, -1)}${identifier.endsWith('0') ? '1' : '0'}`, 'unknown');
  assert.match(said, /没有这个编号的证照/);
  assert.match(said, /可能是假的/);
  assert.match(await ask('随便写的', 'nonsense'), /没有这个编号的证照/);
});

test('a revoked certificate does not hold any more, by number and by code; by code alone with since when and by which law', async () => {
  const { approver, supervisor } = server.office.officers;
  const { body } = await server.world.call(ListIssued, { as: approver, query: {} });
  const [{ id }] = body.certificates as [CertificateView];
  const given = { reason: '图纸系伪造，已查实。', law: '《行政许可法》第六十九条' };
  for (const [as, change] of [
    [approver, 'revocation-proposed'],
    [supervisor, 'revoked'],
  ] as const) {
    const done = await server.world.call(ChangeCertificate, { as, params: { id }, body: { change, ...given } });
    assert.equal(done.status, 200, JSON.stringify(done.body));
  }
  const byNumber = await ask(identifier, 'revoked-by-number');
  assert.match(byNumber, /证照目前无效/);
  assert.doesNotMatch(byNumber, /撤销|行政许可法|自 \d/);
  const byCode = await scan(behindCode.pathname + behindCode.search, 'revoked-by-code');
  assert.match(byCode, /证照目前无效[\s\S]*已撤销[\s\S]*自 \d[\s\S]*行政许可法/);
  await holder.goto(server.url('/my/certificates'));
  assert.match((await holder.locator('main').textContent()) ?? '', /已撤销/);
});

test('whose application is refused opens the decision: reasons, law, each remedy with its body and last day, and may keep it as a file', async () => {
  const path = await fileByHand(holder, server);
  await server.office.accept(idOf(path));
  await server.office.decide(idOf(path), 'refused');
  await server.world.drain();
  await holder.goto(server.url(path));
  await press(holder, '查看决定书');
  await keepScreenshot(holder, 'citizen/refused-decision');
  const said = (await holder.locator('main').textContent()) ?? '';
  for (const part of [
    /不予\S*决定书/,
    /已核对图纸/,
    /行政许可法/,
    /示例市人民政府/,
    /示例市人民法院/,
    /\d{4}年\d+月\d+日/,
  ])
    assert.match(said, part);
  await holder.goto(server.url(path));
  for (const format of ['pdf', 'ofd'])
    assert.equal(await holder.locator(`a[href="${path}/letters/decision.${format}"]`).count(), 1);
  await holder.goto(server.url('/my/letters'));
  await press(holder, '您的申请未获批准');
  await keepScreenshot(holder, 'citizen/refused-letter');
  assert.match((await holder.locator('main').textContent()) ?? '', /未获批准。理由：已核对图纸/);
});
