import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getMyCase } from '@zhengtong/cases';
import { VerifyCertificate } from '@zhengtong/certificates/contract';
import { must, toInstant } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import { reading } from '@zhengtong/platform/test';
import type { Page } from 'playwright-core';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';

after(closeBrowser);

const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name });

test('a reviewer stops the clock for a site visit and lets it run on; each day of both says why', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { caseId, reviewer } = await city.fileUpTo('accepted');
  const page = await city.openAs(reviewer, `/cases/${caseId}`);
  await page.getByRole('button', { name: '认领' }).click();
  await page.getByRole('button', { name: '暂停计时' }).click();
  await page.getByRole('dialog').getByLabel('理由').fill('约定二十三日到现场核查。');
  await inDialog(page, '暂停计时').click();
  await page.getByRole('button', { name: '恢复计时' }).waitFor();
  await page.locator('.clocks').getByText('计时暂停').first().waitFor();
  await keepScreenshot(page, 'console/case-paused');
  await closePage(page);

  city.world.now = toInstant(Date.parse('2026-09-23T02:00:00Z'));
  const later = await city.openAs(reviewer, `/cases/${caseId}`);
  await later.getByRole('button', { name: '恢复计时' }).click();
  await later.getByRole('button', { name: '暂停计时' }).waitFor();
  await later.getByText('逐日说明').first().click();
  await later
    .getByRole('row', { name: /2026-09-22.*现场核查：约定二十三日到现场核查。（行政许可法第四十五条）/ })
    .first()
    .waitFor();
  await keepScreenshot(later, 'console/case-resumed');
  await closePage(later);
});

test('an approver refuses with law; the record has the letter, and the applicant reads remedies with their last days', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { caseId, approver } = await city.fileUpTo('reviewed');
  const page = await city.openAs(approver, `/cases/${caseId}`);
  await page.getByRole('button', { name: '认领' }).click();
  await page.getByRole('button', { name: '作出决定' }).click();
  await page.getByRole('radio', { name: '不予批准', exact: true }).check();
  await page.getByRole('dialog').getByLabel('理由').fill('屋顶承重不足。');
  await keepScreenshot(page, 'console/case-refuse');
  await inDialog(page, '作出决定').click();
  await page.getByRole('link', { name: '下载 决定书 PDF' }).waitFor();
  await page.getByRole('link', { name: '下载 决定书 OFD' }).waitFor();
  await keepScreenshot(page, 'console/case-refused');
  await closePage(page);
  const mine = must(await reading(city.world, city.applicant, (ctx) => getMyCase(ctx, caseId)));
  assert.deepEqual(
    mine.remedies.map(({ body, lastOn }) => [body, lastOn]),
    [
      ['示例市人民政府', '2026-11-20'],
      ['示例市人民法院', '2027-03-21'],
    ],
  );
});

test('a clerk does not accept a case and says why; the applicant is told the same words', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const caseId = await city.file();
  const page = await city.openAs(await city.officer('clerk'), `/cases/${caseId}`);
  await page.getByRole('button', { name: '认领' }).click();
  await page.getByRole('button', { name: '不予受理' }).click();
  await inDialog(page, '不予受理').click();
  await page.getByRole('dialog').getByText('请写明理由').waitFor();
  await page.getByRole('dialog').getByLabel('理由').fill('依法不需要取得许可。');
  await inDialog(page, '不予受理').click();
  await page.getByRole('link', { name: '下载 不予受理通知书 PDF' }).waitFor();
  await keepScreenshot(page, 'console/case-not-accepted');
  await closePage(page);
  const [letter] = await reading(city.world, city.applicant, (ctx) => listLetters(ctx));
  assert.match(letter?.zh.lines.join('') ?? '', /依法不需要取得许可。/);
});

test('a suspended certificate fails verification at once, two officers revoke it for good, and two strike it off', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { approver } = await city.fileUpTo('decided');
  const supervisor = await city.officer('supervisor');
  const page = await city.openAs(approver, '/certificates');
  await page.getByRole('table').getByRole('link').click();
  const identifier = (await page.getByText(/^1\.2\.156\.3005\.2\./).textContent()) ?? '';
  const standing = async () =>
    (await city.world.call(VerifyCertificate, { params: { identifier }, query: {} })).body.standing;
  assert.equal(await standing(), 'valid');

  const change = async (at: Page, name: string, reason: string): Promise<void> => {
    await at.getByRole('button', { name, exact: true }).click();
    await at.getByRole('dialog').getByLabel('理由').fill(reason);
    await inDialog(at, name).click();
    await at.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  await change(page, '暂扣', '图纸真伪正在核查。');
  await page.getByText('图纸真伪正在核查。').waitFor();
  assert.equal(await standing(), 'not-valid');
  await change(page, '提出撤销', '图纸系伪造。');
  await page.getByText('您已提出撤销').waitFor();
  assert.equal(await page.getByRole('button', { name: '复核并撤销' }).count(), 0, 'nobody confirms their own proposal');
  assert.equal(await standing(), 'not-valid');
  const address = new URL(page.url()).pathname.replace('/console', '');
  await closePage(page);

  const second = await city.openAs(supervisor, address);
  await second.getByText('请您复核').waitFor();
  await keepScreenshot(second, 'console/certificate-second');
  await change(second, '复核并撤销', '图纸系伪造，已查实。');
  await second.getByText('已撤销').waitFor();
  assert.equal(await standing(), 'not-valid');
  await keepScreenshot(second, 'console/certificate-revoked');
  const revoked = new URL(second.url()).pathname.replace('/console', '');
  await closePage(second);

  // A code works once: a minute later there are others.
  city.world.now = toInstant(Date.parse(city.world.now) + 60_000);
  const third = await city.openAs(approver, revoked);
  await third.getByRole('button', { name: '提出注销' }).click();
  const dialog = third.getByRole('dialog');
  await dialog.getByLabel('注销的情形').click();
  await third.getByText('（四）依法被撤销、撤回').click();
  await dialog.getByLabel('理由').fill('撤销后办理注销手续。');
  assert.equal(await dialog.getByLabel('法律依据').inputValue(), '行政许可法第七十条第四项');
  await keepScreenshot(third, 'console/certificate-cancel');
  await inDialog(third, '提出注销').click();
  await third.getByText('您已提出注销').waitFor();
  assert.equal(await standing(), 'not-valid');
  await closePage(third);

  const fourth = await city.openAs(supervisor, revoked);
  await change(fourth, '复核并注销', '撤销后办理注销手续。');
  await fourth.getByText('已注销').waitFor();
  assert.equal(await standing(), 'not-valid');
  await closePage(fourth);
});
