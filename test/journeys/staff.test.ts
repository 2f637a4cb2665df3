import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { importItems } from '@zhengtong/catalogue';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld, password } from './console-server.ts';

after(closeBrowser);

test('a clerk accepts, a reviewer finishes a step, an approver decides: each by the console', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  await city.file();
  await city.file();
  const [clerk, reviewer, approver] = [
    await city.officer('clerk'),
    await city.officer('reviewer'),
    await city.officer('approver'),
  ];

  const desk = await city.openConsole('/inbox?queue=free');
  await keepScreenshot(desk, 'console/sign-in');
  await city.signIn(desk, clerk);
  await desk.getByRole('table').waitFor();
  assert.match(desk.url(), /\/console\/inbox\?queue=free$/, 'comes back to the address asked for');
  await keepScreenshot(desk, 'console/inbox');
  await desk.keyboard.press('j');
  await desk.keyboard.press('Enter');
  // The case's own button: the inbox has a heading and a “待认领” of its own, and there the next key means nothing.
  await desk.getByRole('button', { name: /^认领/ }).waitFor();
  await keepScreenshot(desk, 'console/case-free');
  const address = new URL(desk.url()).pathname.replace('/console', '');
  await desk.keyboard.press('c');
  await desk.getByRole('button', { name: '符合', exact: true }).click();
  await desk.getByRole('button', { name: '符合', exact: true, pressed: true }).waitFor();
  // The record says which check of which material, and what came of it.
  await desk
    .locator('.timeline')
    .getByText(/^安装图纸：/)
    .waitFor();
  await desk.locator('.timeline').getByText('符合', { exact: true }).waitFor();
  await desk.keyboard.press('a');
  await desk.getByRole('dialog').getByText('承诺时限').waitFor();
  await keepScreenshot(desk, 'console/case-accept');
  await desk.getByRole('dialog').getByRole('button', { name: '受理' }).click();
  await desk.getByText('审查中').first().waitFor();
  await keepScreenshot(desk, 'console/case-accepted');
  await desk.getByText('尚未认领').waitFor();
  await closePage(desk);

  const review = await city.openAs(reviewer, address);
  await review.getByRole('button', { name: '认领' }).click();
  await review.getByRole('button', { name: /办结“审查”/ }).click();
  await review.getByRole('dialog').getByLabel('理由').fill('图纸与现场一致。');
  await review.getByRole('dialog').getByRole('button', { name: /办结/ }).click();
  await review.getByText('图纸与现场一致。').waitFor();
  await review.locator('.timeline').getByText('审查', { exact: true }).waitFor();
  await review.locator('.timeline').getByText('意见：同意').waitFor();
  await closePage(review);

  const decision = await city.openAs(approver, address);
  await decision.getByRole('button', { name: '认领' }).click();
  await decision.getByRole('button', { name: '作出决定' }).click();
  await decision.getByRole('radio', { name: '准予', exact: true }).check();
  await keepScreenshot(decision, 'console/case-decide');
  await decision.getByRole('dialog').getByRole('button', { name: '作出决定' }).click();
  await decision.getByText('待送达').first().waitFor();
  await decision.getByText('证照编号').waitFor();
  await keepScreenshot(decision, 'console/case-decided');
  await closePage(decision);
});

test('an editor finds the lines an import did not take, each with its reason, from the list of items', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const stream = Readable.from([Buffer.from('{"itemCode": "", "deptCode": "", "name": ""}\n')]);
  for await (const _ of importItems(city.world.setting, { source: 'list.jsonl', stream }));
  const page = await city.openAs(await city.officer('editor'), '/items');
  await page.getByRole('link', { name: '导入隔离区' }).click();
  await page.getByRole('rowheader', { name: 'list.jsonl:1' }).waitFor();
  await keepScreenshot(page, 'console/set-aside');
  await closePage(page);
});

test('an editor writes the next version with checks and preview, an approver publishes it', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const editor = await city.officer('editor');
  const approver = await city.officer('approver');
  const desk = await city.openAs(editor, '/items');
  await desk.getByRole('link', { name: '屋顶风车设置许可' }).click();
  await desk.getByRole('button', { name: '编辑下一版' }).click();
  await desk.getByLabel('一句话说明').fill('在自家屋顶装一架风车，先申请再施工。');
  await desk.getByText('几片叶片').last().waitFor();
  await desk.getByRole('heading', { name: '发布前检查' }).waitFor();
  // The preview has the portal's sizes, not only its markup: a field there is as high as a finger needs.
  const field = desk.locator('.preview form input:visible').first();
  await field.waitFor();
  assert.ok(((await field.boundingBox())?.height ?? 0) >= 42, 'the style of the portal does not reach the preview');
  await keepScreenshot(desk, 'console/editor');
  await desk.getByRole('button', { name: '保存草稿' }).click();
  await desk.getByRole('button', { name: '送审' }).click();
  await desk.getByText('审核中').first().waitFor();
  const address = new URL(desk.url()).pathname.replace('/console', '');
  await closePage(desk);

  const review = await city.openAs(approver, address);
  await review.getByRole('button', { name: '发布' }).click();
  await review.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await review.getByText('已发布').first().waitFor();
  await review.getByRole('link', { name: '事项', exact: true }).click();
  await review.getByRole('cell', { name: '第 2 版' }).waitFor();
  await keepScreenshot(review, 'console/items');
  await closePage(review);
  assert.deepEqual(city.refused, []);
});

test('an administrator adds a person, who signs in with the secret shown once, and disables another', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const administrator = await city.officer('administrator');
  const page = await city.openAs(administrator, '/people');
  await page.getByRole('button', { name: '键盘操作' }).click();
  await page.getByRole('dialog').getByText('显示这张表').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '新增人员' }).click();
  await page.getByLabel('姓名').fill('赵一心');
  await page.getByLabel('账号').fill('zhao.yixin');
  await page.getByLabel('初始密码').fill(password);
  await page.getByLabel('机构').selectOption({ index: 1 });
  await page.getByLabel('岗位名称').fill('受理岗');
  await page.getByLabel('职责').selectOption('clerk');
  await keepScreenshot(page, 'console/people-add');
  await page.getByRole('dialog').getByRole('button', { name: '新增人员' }).click();
  const secret = ((await page.locator('.ant-modal code').textContent()) ?? '').replace(/\s/g, '');
  await keepScreenshot(page, 'console/people-secret');
  await page.getByRole('button', { name: '已经扫好，关闭' }).click();
  await page.getByRole('rowheader', { name: '赵一心' }).waitFor();

  const desk = await city.openAs({ account: 'zhao.yixin', secret }, '/inbox');
  await desk.getByText('您手上没有办件').waitFor();
  await closePage(desk);

  await page.getByRole('button', { name: '停用 赵一心 的账号' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await page.getByText('已停用').first().waitFor();
  await keepScreenshot(page, 'console/people');
  for (const path of ['/messages', '/deliveries']) {
    await page.goto(`${city.url}/console${path}`);
    await page.getByText(/没有这样的消息|没有失败的投递/).waitFor();
  }
  await closePage(page);
  assert.deepEqual(city.refused, []);
});

test('a case filed elsewhere comes into an open inbox by itself', { timeout: 200_000 }, async (t) => {
  const city = await consoleWorld(t);
  const clerk = await city.officer('clerk');
  const page = await city.openAs(clerk, '/inbox?queue=free');
  await page.getByText('没有等待认领的办件').waitFor();
  await city.file();
  await page.getByRole('rowheader', { name: '屋顶风车设置许可' }).waitFor();
  await closePage(page);
});
