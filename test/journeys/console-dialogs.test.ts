import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { guide } from '@zhengtong/catalogue/test';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld, fillInHoliday } from './console-server.ts';

after(closeBrowser);

/** The dialogs of the calendar, with the field each is ready to be filled in at. */
const dialogs = { 公布本地日期: 'as', 录入国家放假安排: 'year', 公布大厅时间: 'hallId' };

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

async function openCalendar(t: Parameters<typeof consoleWorld>[0]): Promise<Page> {
  const city = await consoleWorld(t);
  const page = await city.openAs(await city.officer('administrator'), '/calendar');
  await page.getByText('国家放假安排已公布到').waitFor();
  return page;
}

test('a dialog of the calendar opens at its first field, keeps Tab within, and Escape leads back to its button', {
  timeout: 200_000,
}, async (t) => {
  const page = await openCalendar(t);
  for (const [opener, first] of Object.entries(dialogs)) {
    await page.getByRole('button', { name: opener }).click();
    await page.waitForFunction((id) => document.activeElement?.id === id, first);
    const visited = new Set<string | undefined>();
    // Twice round and back: the page behind is never reached.
    for (const key of [...Array(30).fill('Tab'), ...Array(30).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      assert.equal(await page.locator('main :focus, nav :focus, header :focus').count(), 0, `${opener}: ${key} leaves`);
      visited.add(await focusedId(page));
    }
    for (const id of [first, 'document']) assert.ok(visited.has(id), `${opener}: ${id} is reached`);
    await page.getByRole('dialog').locator(`#${first}`).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction((name) => document.activeElement?.textContent === name, opener);
  }
  await closePage(page);
});

test('sent with something wrong, a dialog of the calendar leads to the first field that is, and sends nothing', {
  timeout: 200_000,
}, async (t) => {
  const page = await openCalendar(t);
  const sent = countPosts(page);
  await page.getByRole('button', { name: '公布本地日期' }).click();
  await page.getByLabel('从', { exact: true }).fill('2026-09-24');
  await page.getByLabel('到（含当日）').fill('24 September');
  await page.getByRole('dialog').getByRole('button', { name: '公布' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'to');
  assert.equal(sent.length, 0);
  await closePage(page);
});

test('pressed twice before it could grow grey, a dialog sends its command once', { timeout: 200_000 }, async (t) => {
  const page = await openCalendar(t);
  const sent = countPosts(page);
  await page.getByRole('button', { name: '公布本地日期' }).click();
  await fillInHoliday(page);
  const publish = page.getByRole('dialog').getByRole('button', { name: '公布' });
  // The second press comes while the first one's command is leaving.
  await publish.evaluate((button: HTMLButtonElement) => {
    const send = window.fetch;
    window.fetch = (...asked) => {
      window.fetch = send;
      button.click();
      return send(...asked);
    };
    button.click();
  });
  await page.getByRole('rowheader', { name: '建市节 · 地方放假' }).waitFor();
  assert.equal(sent.length, 1);
  assert.equal(await page.getByRole('rowheader', { name: '建市节 · 地方放假' }).count(), 1);
  await closePage(page);
});

test('YAML that cannot be read is said by its line beside its field, is not judged, and cannot be saved until mended', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const page = await city.openAs(await city.officer('editor'), '/items/new');
  // What is missing stands there before a letter is typed.
  const checks = page.getByRole('heading', { name: '发布前检查' });
  await checks.waitFor();
  for (const missing of ['没有填写事项名称。', '没有填写事项编码。', '没有列明设定依据。'])
    await page.getByRole('link', { name: missing }).waitFor();
  await keepScreenshot(page, 'console/new-item');
  await page.getByLabel('事项名称').fill('屋顶花园备案');
  await page.getByLabel('编码', { exact: true }).fill('9901-0001');
  await page.getByRole('link', { name: '没有填写事项名称。' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '以文本编辑材料' }).click();
  const materials = page.getByLabel('材料（文本）');
  await materials.fill('- key: drawing\n  name: "安装图纸');
  await page.locator('#text_materials-wrong').getByText('第 2 行写法不对').waitFor();
  assert.equal(await materials.getAttribute('aria-invalid'), 'true');
  assert.equal(await checks.count(), 0);
  assert.ok(await page.getByRole('button', { name: '保存草稿' }).isDisabled());
  await page.getByRole('status').getByText('改好才能保存：材料').waitFor();
  // Nor is it turned into fields: what has no shape would be lost.
  await page.getByRole('button', { name: '回到栏目：材料' }).click();
  await page.getByRole('status').getByText('第 2 行写法不对，改好才能回到栏目').waitFor();
  assert.ok(await materials.isVisible());
  await materials.fill('[]');
  await checks.waitFor();
  assert.equal(await page.locator('#text_materials-wrong').textContent(), '');
  assert.ok(await page.getByRole('button', { name: '保存草稿' }).isEnabled());
  // What is written as text is in the fields, and back.
  const { materials: given } = guide(city.organisation);
  await materials.fill(JSON.stringify(given));
  await page.getByRole('button', { name: '回到栏目：材料' }).click();
  await page.getByText('内容', { exact: true }).first().click();
  await page.locator('#at_materials_0_name').fill('安装图纸（含基座）');
  await page.getByRole('button', { name: '以文本编辑材料' }).click();
  assert.deepEqual(parse(await materials.inputValue()), [{ ...given[0], name: '安装图纸（含基座）' }]);
  await closePage(page);
});

/** Commands as they go out. */
function countPosts(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  return sent;
}
