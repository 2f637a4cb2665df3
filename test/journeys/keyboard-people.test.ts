import { after, test } from 'node:test';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld, password } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

test('an administrator adds a person and disables one by the keyboard alone', { timeout: 200_000 }, async (t) => {
  const city = await consoleWorld(t);
  const who = await city.officer('administrator');
  await city.officer('clerk');
  const { page, keys } = await sitDown(city, who, { path: '/people', title: '人员与岗位' });
  await page.getByRole('table').waitFor();
  await keys.round();
  const dialog = page.getByRole('dialog');

  await keys.press('新增人员');
  await keys.stands('姓名');
  await page.keyboard.type('赵一心');
  await keys.write('账号', 'zhao.yixin');
  await keys.write('初始密码', password);
  await keys.choose('机构', city.organisation.name);
  await keys.write('岗位名称', '受理岗');
  await keys.choose('职责', '受理');
  await keys.press('新增人员');
  // Nobody sees the secret again, so neither a held key nor Escape takes it away.
  await dialog.getByRole('img', { name: '二维码' }).waitFor();
  await page.keyboard.press('Escape');
  await keys.press('已经扫好，关闭');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('rowheader', { name: '赵一心' }).waitFor();
  await keys.stands('新增人员');

  await keys.press('停用 赵一心 的账号');
  await keys.stands('取消');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await keys.stands('停用 赵一心 的账号');
  await page.keyboard.press('Enter');
  await keys.stands('取消');
  await keys.press('停用');
  await page.getByRole('cell', { name: '已停用' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await keys.to('停用 测试clerk 的账号');
  await closePage(page);
});

test('an administrator gives another post and new access by the keyboard alone', { timeout: 200_000 }, async (t) => {
  const city = await consoleWorld(t);
  const who = await city.officer('administrator');
  const clerk = await city.officer('clerk');
  await city.officer('supervisor');
  const { page, keys } = await sitDown(city, who, { path: '/people', title: '人员与岗位' });
  await page.getByRole('table').waitFor();
  const dialog = page.getByRole('dialog');

  await keys.press('给 测试clerk 换岗');
  await keys.stands('机构');
  await keys.write('岗位名称', '审查岗');
  await keys.choose('职责', '审查');
  await keys.choose('上级岗位', `supervisor 测试supervisor · ${city.organisation.name}`);
  await keepScreenshot(page, 'console/people-post');
  await keys.press('保存岗位');
  await dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('row', { name: '测试clerk' });
  await row.getByText('审查岗').waitFor();
  await row.getByText('supervisor 测试supervisor').waitFor();
  await keys.stands('给 测试clerk 换岗');

  await keys.press('重设 测试clerk 的登录');
  await keys.stands('新密码');
  await page.keyboard.type('rain-and-tea-五更');
  await keys.press('重设');
  const key = dialog.locator('code');
  await key.waitFor();
  const secret = (await key.textContent())?.replaceAll(' ', '') ?? '';
  await keys.press('已经扫好，关闭');
  await dialog.waitFor({ state: 'detached' });
  await keys.stands('重设 测试clerk 的登录');

  await keys.press('停用 测试supervisor 的账号');
  await keys.press('停用');
  await row.getByText('已空缺').waitFor();
  await dialog.waitFor({ state: 'detached' });
  await keepScreenshot(page, 'console/people-above-empty');
  await keys.press('给 测试clerk 换岗');
  await keys.stands('机构');
  await keys.press('保存岗位');
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('已空缺').waitFor({ state: 'detached' });
  await closePage(page);

  const desk = await city.openConsole('/inbox');
  await city.signIn(desk, { ...clerk, secret }, 'rain-and-tea-五更');
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await closePage(desk);
});
