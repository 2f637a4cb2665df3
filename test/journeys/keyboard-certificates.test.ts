import { after, test } from 'node:test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

test('an approver finds a certificate, suspends it with a reason and gives it back by the keyboard alone', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { approver } = await city.fileUpTo('decided');
  const { page, keys } = await sitDown(city, approver, { path: '/certificates', title: '证照' });
  await page.getByRole('table').waitFor();
  await keys.round();
  await keys.choose('状态', '有效');
  await keys.choose('状态', '暂扣');
  await keys.to('查找', 'Shift+Tab');
  await keys.press('证照');
  await keys.stands('证照');
  await keys.press('食品经营许可证');
  await keys.arrives('食品经营许可证');

  await keys.press('暂扣');
  await keys.stands('理由');
  await keys.press('暂扣');
  await keys.stands('理由');
  await page.keyboard.type('图纸真伪正在核查。');
  await keys.press('暂扣');
  await page.getByText('图纸真伪正在核查。').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.press('提出注销');
  // A list to choose from: arrows, Enter, and Escape that takes the list away but not the dialog.
  await keys.stands('注销的情形');
  await page.keyboard.press('ArrowDown');
  await page.getByText('（六）').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('（六）').waitFor({ state: 'hidden' });
  await keys.stands('注销的情形');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await keys.to('理由');
  await keys.to('注销的情形', 'Shift+Tab');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.stands('提出注销');
  await closePage(page);
});
