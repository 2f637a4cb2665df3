// The parts of a guide that are lists, written by a clerk who has a keyboard and knows no YAML; people read it in the portal.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testPorts } from '@zhengtong/files/test';
import { authenticate, demoRegister } from '@zhengtong/identity';
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
  const guide = await readGuide(city);
  const [photo, drawing] = [guide.indexOf('屋顶照片'), guide.indexOf('安装图纸')];
  assert.ok(photo > 0 && photo < drawing, 'the new material stands before the one it was moved over');
  assert.match(guide, /看得清屋顶的边缘/);
});
