// The parts of a guide that are lists, written by a clerk who has a keyboard and knows no YAML; people read it in the portal.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type ItemContent, SaveDraft } from '@zhengtong/catalogue/contract';
import { guide } from '@zhengtong/catalogue/test';
import { testPorts } from '@zhengtong/files/test';
import { authenticate, demoRegister } from '@zhengtong/identity';
import { toInstant } from '@zhengtong/kernel';
import { drawInThread } from '@zhengtong/ofd';
import { buildApp, createLog } from '@zhengtong/platform';
import { addPortal } from '@zhengtong/portal';
import { closeBrowser, closePage } from '../browser/index.ts';
import { type City, consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

const [name, items] = ['屋顶风车设置许可', { path: '/items', title: '事项' }];

/** The guide as anybody reads it in the portal. */
async function readGuide({ world, item: { divisionCode, itemId } }: City): Promise<string> {
  const { setting } = world;
  const app = await buildApp({
    setting,
    logger: createLog('silent'),
    authenticate: authenticate(setting),
    wake: () => {},
    isSecure: false,
  });
  const draw = drawInThread();
  const place = { publicUrl: 'http://localhost', divisionCode, divisionName: '示例市' };
  await addPortal(app, { ...place, files: testPorts(), register: demoRegister(), draw });
  const { body } = await app.http.inject({ url: `/items/${divisionCode}/${itemId}` });
  await app.http.close();
  return body;
}

test('by keyboard an editor adds a material and moves it; the checks lead to the name it lacks; the portal shows it first', {
  timeout: 120_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { page: desk, keys } = await sitDown(city, await city.officer('editor'), items);
  await desk.getByRole('table').waitFor();
  await keys.press(name);
  await keys.arrives(name);
  await keys.press('编辑下一版');
  await keys.press('添加材料');
  await keys.stands('名称');
  await keys.to('上移材料 2', 'Shift+Tab');
  await desk.keyboard.press('Enter');
  await desk.getByRole('status').getByText('材料 2 移到第 1 位，共 2 项。').waitFor();
  await keys.stands('上移材料 1');
  // The first cannot go further, and the focus does not go with the attempt.
  await desk.keyboard.press('Enter');
  await keys.stands('上移材料 1');
  await desk.getByRole('link', { name: '第 1 份材料没有填写名称。' }).waitFor();
  await keys.round();
  await keys.press('保存草稿');
  await desk.getByText('第 2 版 · 草稿').waitFor();

  await keys.press('第 1 份材料没有填写名称。');
  await keys.stands('名称');
  await desk.keyboard.type('屋顶照片');
  await desk.getByRole('link', { name: '材料“屋顶照片”没有写明审查要点。' }).waitFor();
  await keys.press('材料“屋顶照片”没有写明审查要点。');
  await keys.stands('添加审查要点');
  await desk.keyboard.press('Enter');
  await keys.stands('要点');
  await desk.keyboard.type('看得清屋顶的边缘');
  await desk.getByText('没有问题，可以送审。').waitFor();
  await keys.press('保存草稿');
  await desk.getByText('第 2 版 · 草稿').waitFor();
  await desk.getByText('有未保存的修改').waitFor({ state: 'detached' });
  await keys.press('送审');
  await desk.getByText('第 2 版 · 审核中').waitFor();
  const address = new URL(desk.url()).pathname.replace('/console', '');
  await closePage(desk);

  const page = await city.openAs(await city.officer('approver'), address);
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await page.getByText('第 2 版 · 已发布').waitFor();
  await closePage(page);
  const read = await readGuide(city);
  const [photo, drawing] = [read.indexOf('屋顶照片'), read.indexOf('安装图纸')];
  assert.ok(photo > 0 && photo < drawing, 'the new material stands before the one it was moved over');
  assert.match(read, /看得清屋顶的边缘/);
});

test('what was written and not saved is offered again to who wrote it: after a session that ended, and after somebody else saved', {
  timeout: 120_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { itemId } = city.item;
  const editor = await city.officer('editor');
  const page = await city.openAs(editor, `/items/${itemId}/versions/1`);
  await page.getByRole('button', { name: '编辑下一版' }).click();
  await page.getByLabel('一句话说明').fill('在自家屋顶装一架风车，先申请再施工。');
  await page.context().clearCookies();
  await page.getByRole('button', { name: '添加问答' }).click();
  await page.waitForURL(/sign-in/);
  city.world.now = toInstant(Date.parse(city.world.now) + 60_000);
  await page.clock.setFixedTime(city.world.now);
  await city.signIn(page, editor);
  await page.getByRole('button', { name: '编辑下一版' }).click();
  await page.getByRole('button', { name: '接着我写的改' }).click();
  assert.equal(await page.getByLabel('一句话说明').inputValue(), '在自家屋顶装一架风车，先申请再施工。');
  assert.equal(await page.locator('#at_faqs_1').count(), 1);
  await page.getByRole('button', { name: '删除问答 2' }).click();

  // Meanwhile a colleague saves the next version.
  const { content, revision } = { content: guide(city.organisation, { code: city.item.code }), revision: 0 };
  const saved = await city.world.call(SaveDraft, { as: editor.actor, body: { itemId, revision, content } });
  assert.equal(saved.status, 200);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('别人刚刚保存过').waitFor();
  assert.equal(await page.getByLabel('一句话说明').inputValue(), '在自家屋顶装一架风车，先申请再施工。');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${city.url}/console/items/${itemId}/versions/2`);
  await page.getByText('之后别人保存过').waitFor();
  assert.equal(await page.getByLabel('一句话说明').inputValue(), content.summary);
  await page.getByRole('button', { name: '接着我写的改' }).click();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('有未保存的修改').waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('一句话说明').inputValue(), '在自家屋顶装一架风车，先申请再施工。');
  await page.reload();
  await page.getByRole('heading', { name: '发布前检查' }).waitFor();
  assert.equal(await page.getByText('您上次写的还没有保存').count(), 0);
  await closePage(page);
});

test('what is written in the fields of each part is saved as the contract has it', { timeout: 90_000 }, async (t) => {
  const city = await consoleWorld(t);
  const page = await city.openAs(await city.officer('editor'), `/items/${city.item.itemId}/versions/1`);
  await page.getByRole('button', { name: '编辑下一版' }).click();
  const add = (list: string) => page.locator(`#at_${list}_add`).click();
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [id, text] of Object.entries(fields)) await page.locator(`#at_${id}`).fill(text);
  };
  await page.getByRole('button', { name: '删除环节 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await page.getByRole('button', { name: '上移环节 1' }).waitFor();
  await add('process_steps');
  await fill({ process_steps_1_name: '复审', process_steps_1_halfDays: '1.5' });
  await page.locator('#at_process_steps_1_role').selectOption({ label: '审批人' });
  await page.getByLabel('窗口办理').check();
  await add('windows');
  await fill({ windows_0_hall: '示例市政务服务中心', windows_0_address: '中心路 1 号' });
  await add('laws');
  await fill({ laws_1_law: '建筑法', laws_1_article: '第七条' });
  await page.getByRole('checkbox', { name: '收费' }).check();
  await add('fee_items');
  await fill({ fee_items_0_name: '工本费', fee_items_0_standard: '每证 10 元', fee_items_0_amountFen: '10.5' });
  await fill({ fee_items_0_nameEn: 'Cost', fee_items_0_law_law: '收费条例', fee_items_0_law_article: '第三条' });
  await fill({ fee_items_0_nameEn: '' });
  await page.getByLabel('可以申请行政复议').uncheck();
  const posted = page.waitForRequest((request) => request.url().endsWith('/api/console/drafts'));
  await page.getByRole('button', { name: '保存草稿' }).click();
  const { content } = (await posted).postDataJSON() as { content: ItemContent };
  await page.getByText('第 2 版 · 草稿').waitFor();
  const { process, laws } = guide(city.organisation);
  const decide = process?.steps[1];
  assert.deepEqual(content.process?.steps, [decide, { key: 'step2', name: '复审', role: 'approver', halfDays: 3 }]);
  assert.equal(content.process?.excluded.length, 1);
  assert.deepEqual(content.channels, ['online', 'counter']);
  assert.deepEqual(content.windows, [{ hall: '示例市政务服务中心', address: '中心路 1 号' }]);
  assert.deepEqual(content.laws, [...laws, { law: '建筑法', article: '第七条' }]);
  const law = { law: '收费条例', article: '第三条' };
  const item = { name: '工本费', standard: '每证 10 元', amountFen: 1050, law };
  assert.deepEqual(content.fee, { isCharged: true, items: [item] });
  assert.equal('remedies' in content, false);
  await closePage(page);
});
