import { after, test } from 'node:test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld, password } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

test('an administrator adds a person and disables one by the keyboard alone', { timeout: 60_000 }, async (t) => {
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
  await keys.press('停用');
  await page.getByRole('cell', { name: '已停用' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await keys.to('停用 测试clerk 的账号');
  await closePage(page);
});
