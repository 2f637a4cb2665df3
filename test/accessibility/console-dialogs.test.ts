// The pages and dialogs of the console that need something to have happened first: ratings, an import, a case to decide.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { importItems } from '@zhengtong/catalogue';
import { rateCase } from '@zhengtong/evaluation';
import { givenToldCase, releaseRatings } from '@zhengtong/evaluation/test';
import { givenPerson } from '@zhengtong/identity/test';
import { must, toInstant } from '@zhengtong/kernel';
import type { Page } from 'playwright-core';
import { closeBrowser, closePage } from '../browser/index.ts';
import { type City, consoleWorld } from '../journeys/console-server.ts';
import { findDialogFaults, findFaults } from './console-faults.ts';

after(closeBrowser);

/** Somebody whose case has ended says what they think of it. */
async function givenRating({ world, item }: City, anonymous: boolean): Promise<void> {
  const applicant = await givenPerson(world);
  const caseId = await givenToldCase(world, { applicant, item, told: ['accepted', 'delivered'] });
  const words = '要了指南以外的材料';
  must(await world.run(applicant, (ctx) => rateCase(ctx, { caseId, stars: 1, choices: ['beyond'], words, anonymous })));
}

/** Pixels between the one and what stands under it. */
const gapOf = async (page: Page, above: string, below: string): Promise<number> => {
  const [upper, lower] = [
    await page.locator(above).first().boundingBox(),
    await page.locator(below).first().boundingBox(),
  ];
  return lower && upper ? lower.y - upper.y - upper.height : 0;
};

for (const width of [1280, 320]) {
  test(`at ${width} px ratings and each dialog of a repair have no axe violation, no sideways scrolling and visible focus`, {
    timeout: 200_000,
  }, async (t) => {
    const city = await consoleWorld(t);
    for (let given = 0; given < 5; given++) await givenRating(city, true);
    // Anonymous ratings are seen together, and days later.
    city.world.now = toInstant(Date.parse('2026-09-28T02:00:00Z'));
    await releaseRatings(city.world);
    await givenRating(city, false);
    const page = await city.openAs(await city.officer('clerk'), '/ratings?show=groups', { width });
    await page.getByRole('heading', { name: '2026-09-28 放出的一组' }).waitFor();
    assert.ok((await gapOf(page, '.remark', '.card')) >= 12);
    const faults = await findFaults(page, 'rating-groups');
    await page.goto(`${city.url}/console/ratings?show=named`);
    await page.getByRole('table').waitFor();
    faults.push(...(await findFaults(page, 'ratings-named')));
    await page.goto(`${city.url}/console/ratings`);
    await page.getByRole('link', { name: '屋顶风车设置许可' }).click();
    await page.getByText('时限：1 个工作日内回访，5 个工作日内整改').waitFor();
    const address = page.url();
    faults.push(...(await findFaults(page, 'repair')));
    await page.goto(address);
    faults.push(...(await findDialogFaults(page, ['已回访', '提出申诉'], 'repair')));
    await closePage(page);
    assert.deepEqual(faults, []);
  });

  test(`at ${width} px a new item and the lines set aside have no axe violation, no sideways scrolling and visible focus`, {
    timeout: 200_000,
  }, async (t) => {
    const city = await consoleWorld(t);
    const stream = Readable.from([Buffer.from(`{"itemCode": "", "deptCode": "${'很长的一行'.repeat(40)}"}\n`)]);
    for await (const _ of importItems(city.world.setting, { source: 'service-items-of-the-city.jsonl', stream }));
    const page = await city.openAs(await city.officer('editor'), '/items/set-aside', { width });
    await page.getByRole('rowheader', { name: 'service-items-of-the-city.jsonl:1' }).waitFor();
    assert.ok((await gapOf(page, '.remark', 'table.rows')) >= 12);
    const faults = await findFaults(page, 'set-aside');
    await page.goto(`${city.url}/console/items/new`);
    await page.getByLabel('事项名称').fill('屋顶花园备案');
    await page.getByLabel('编码', { exact: true }).fill('9901-0001');
    await page.getByRole('heading', { name: '发布前检查' }).waitFor();
    // Judged anew once typing has paused.
    await page.getByRole('link', { name: '没有填写事项编码。' }).waitFor({ state: 'detached' });
    faults.push(...(await findFaults(page, 'new-item')));
    // One entry of each list, with all its fields.
    for (const list of ['materials', 'process_steps', 'process_excluded', 'windows', 'laws', 'fee_items', 'faqs'])
      await page.locator(`#at_${list}_add`).click();
    await page.locator('#at_materials_0_checks_add').click();
    await page.locator('#at_materials_0_need').selectOption({ label: '特定情形才要' });
    await page.getByText('更多：文件格式').click();
    await page.getByLabel('可以申请行政复议').check();
    await page.getByRole('link', { name: '第 1 个问答没有填写问题。' }).waitFor();
    faults.push(...(await findFaults(page, 'new-item-fields')));
    // What cannot be read is said in red beside its field.
    await page.goto(`${city.url}/console/items/new`);
    await page.getByRole('button', { name: '以文本编辑材料' }).click();
    await page.getByLabel('材料（文本）').fill('- key: [drawing');
    await page.getByText('第 1 行写法不对').waitFor();
    faults.push(...(await findFaults(page, 'new-item-unreadable')));
    await closePage(page);
    assert.deepEqual(faults, []);
  });

  test(`at ${width} px each way to decide has no axe violation, no sideways scrolling and visible focus`, {
    timeout: 200_000,
  }, async (t) => {
    const city = await consoleWorld(t);
    const { caseId, approver } = await city.fileUpTo('reviewed');
    await city.act(approver.actor, caseId, [{ kind: 'claim' }]);
    const page = await city.openAs(approver, `/cases/${caseId}`, { width });
    const faults: string[] = [];
    // Pressed with nothing said, a dialog also says what is missing.
    const missing = { 准予: undefined, 附条件准予: '请写明附加条件', 不予批准: '请写明理由' };
    for (const [outcome, sentence] of Object.entries(missing)) {
      await page.goto(`${city.url}/console/cases/${caseId}`);
      await page.getByRole('button', { name: '作出决定' }).click();
      await page.getByRole('radio', { name: outcome, exact: true }).check();
      if (sentence) {
        await page.getByRole('dialog').getByRole('button', { name: '作出决定' }).click();
        await page.getByRole('dialog').getByText(sentence).waitFor();
      }
      faults.push(...(await findFaults(page, `decide-${outcome}`)));
    }
    await closePage(page);
    assert.deepEqual(faults, []);
  });

  test(`at ${width} px each dialog of the calendar has no axe violation, no sideways scrolling and visible focus`, {
    timeout: 200_000,
  }, async (t) => {
    const city = await consoleWorld(t);
    const page = await city.openAs(await city.officer('administrator'), '/calendar', { width });
    const openers = ['公布本地日期', '录入国家放假安排', '公布大厅时间'];
    const faults = await findDialogFaults(page, openers, 'calendar');
    await closePage(page);
    assert.deepEqual(faults, []);
  });
}
