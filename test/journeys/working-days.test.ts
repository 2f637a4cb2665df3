import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld, fillInHoliday } from './console-server.ts';

after(closeBrowser);

test('an administrator publishes a local holiday by the console, the month shows its document, and it is withdrawn', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const page = await city.openAs(await city.officer('administrator'), '/calendar');
  await page.getByText('国家放假安排已公布到').waitFor();
  await page.getByRole('button', { name: '公布本地日期' }).click();
  await fillInHoliday(page);
  await keepScreenshot(page, 'console/calendar-add');
  await page.getByRole('dialog').getByRole('button', { name: '公布' }).click();
  await page.getByRole('rowheader', { name: '建市节 · 地方放假' }).waitFor();
  // Whoever closes a dialog goes on where they opened it.
  await page.waitForFunction(() => document.activeElement?.textContent === '公布本地日期');
  const day = page.getByRole('row', { name: /2026-09-24.*本地放假 · 建市节.*休息.*示例市人民政府〔2026〕7号/ });
  await day.waitFor();
  await keepScreenshot(page, 'console/calendar');
  assert.equal(
    await page
      .getByRole('row', { name: /2026-09-23/ })
      .getByText('工作日')
      .count(),
    2,
  );
  await page.getByRole('button', { name: '撤回 示例市人民政府〔2026〕7号' }).click();
  await page.getByLabel('依据文件').fill('示例市人民政府〔2026〕8号');
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await page.getByRole('cell', { name: '已撤回' }).waitFor();
  await closePage(page);
});
