import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, closePage, findChinese, keepScreenshot } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';

after(closeBrowser);

test('an officer who reads English works a case in English; what is only Chinese is marked as such', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { caseId, reviewer, approver } = await city.fileUpTo('accepted');
  await city.act(reviewer.actor, caseId, [
    { kind: 'claim' },
    { kind: 'pause', procedure: 'site', reason: '到现场看屋顶。' },
    { kind: 'resume' },
    { kind: 'finish-step', step: 'review', agrees: false, note: '屋顶太小。' },
  ]);
  const page = await city.openAs(approver, '/inbox?queue=free', { locale: 'en-GB' });
  await page.getByRole('link', { name: 'Permit for a windmill on a roof' }).waitFor();
  await keepScreenshot(page, 'console/english-inbox');
  const inbox = await findChinese(page);
  const words = page.getByPlaceholder('Number, or words of the item’s name');
  assert.equal(await words.evaluate((field) => getComputedStyle(field).fontVariantEastAsian), 'proportional-width');
  await words.fill('windmill ON a roof');
  await words.press('Enter');
  await page.waitForURL(/words=/);
  await page.getByRole('link', { name: 'Permit for a windmill on a roof' }).click();
  await page.getByRole('button', { name: 'Claim' }).click();
  await page.getByText('Day by day').first().click();
  for (const text of ['Drawing of how it is put up', 'How many blades', 'Examination', 'Site visit'])
    await page.getByText(text).first().waitFor();
  await page.getByText('Phone', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show “Phone” in full' }).waitFor();
  await keepScreenshot(page, 'console/english-case');
  const worked = await findChinese(page);
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('dialog').getByText('the examiner disagreed').waitFor();
  await keepScreenshot(page, 'console/english-decide');
  const decided = await findChinese(page);
  await closePage(page);
  const unmarked = [...inbox.unmarked, ...worked.unmarked, ...decided.unmarked];
  // A control's name is one string: of a file's own name in it nothing can be marked.
  assert.deepEqual(
    unmarked.filter((text) => !/^(Download|Preview|Compared with the original:) \S+$/.test(text)),
    [],
  );
  // What stays Chinese is names, laws, files, and what people wrote.
  const own =
    /^(测试|示例市市场监督管理局|王小明|王\*\*|平面图|屋顶太小。|到现场看屋顶。|中文|《?行政许可法》?第.+条)$/;
  const marked = [...inbox.marked, ...worked.marked, ...decided.marked];
  assert.deepEqual(
    marked.filter((text) => !own.test(text)),
    [],
  );
});
