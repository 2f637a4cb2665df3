import { after, test } from 'node:test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

test('an administrator publishes a local holiday and withdraws it by the keyboard alone', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const who = await city.officer('administrator');
  const { page, keys } = await sitDown(city, who, { path: '/calendar', title: '工作日历' });
  await page.getByText('国家放假安排已公布到').waitFor();
  await keys.round();
  await keys.press('公布本地日期');
  const dialog = page.getByRole('dialog');
  await keys.stands('这些日子');
  await keys.write('从', '2026-09-24');
  await keys.write('到', '2026-09-25');
  await keys.write('名称', '建市节');
  await keys.write('英文名称', 'Founding Day');
  await keys.write('依据文件', '示例市人民政府〔2026〕7号');
  await keys.press('公布', 'Space');
  await page.getByRole('rowheader', { name: '建市节 · 地方放假' }).waitFor();
  await keys.stands('公布本地日期');

  await keys.press('撤回 示例市人民政府〔2026〕7号');
  await keys.stands('依据文件');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await keys.stands('撤回 示例市人民政府〔2026〕7号');
  await page.keyboard.press('Enter');
  await keys.stands('依据文件');
  await page.keyboard.type('示例市人民政府〔2026〕8号');
  await keys.press('撤回');
  await page.getByRole('cell', { name: '已撤回' }).waitFor();
  // The button is gone with what it withdrew.
  await keys.to('上个月');
  // A low window beside a long page: what stands last in the navigation is seen when it is reached all the same.
  await page.setViewportSize({ width: 853, height: 300 });
  await keys.to('退出登录');
  await closePage(page);
});
