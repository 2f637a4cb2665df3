import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

test('a clerk signs in, claims, looks at a whole number, checks and accepts without a mouse', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  await city.file();
  const free = { path: '/inbox?queue=free', title: '待办' };
  const { page, keys } = await sitDown(city, await city.officer('clerk'), free);
  await page.getByRole('table').waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await keys.arrives('屋顶风车设置许可');
  await keys.press('认领');
  await page.getByRole('button', { name: '查看完整电话' }).waitFor();
  // The button is gone; the next Tab goes on in the case, not at the top of the page.
  await page.waitForFunction(() => document.activeElement?.id === 'content');

  await keys.press('查看完整电话');
  const dialog = page.getByRole('dialog');
  // Opened, a dialog stands at its first field.
  await keys.stands('打电话联系申请人');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await keys.stands('查看完整电话');
  await page.keyboard.press('Enter');
  await keys.stands('打电话联系申请人');
  await page.keyboard.press('Space');
  assert.ok(await dialog.getByRole('radio').first().isChecked());
  await keys.press('查看完整电话');
  // The number stands where the button was, and the way to hide it has the focus; hidden, the button has it back.
  await page.locator('output').waitFor();
  await keys.stands('隐藏');
  await page.keyboard.press('Enter');
  await page.locator('output').waitFor({ state: 'hidden' });
  await keys.stands('查看完整电话');

  await keys.press('已与原件核对');
  await page.getByText('窗口已与原件核对').waitFor();
  // Whoever says what is wrong, or thinks better of it, goes on at the button that asked.
  await keys.press('不符合');
  await keys.stands('图纸有设计人签名');
  await page.keyboard.press('Escape');
  await keys.stands('不符合');
  await page.keyboard.press('Enter');
  await keys.stands('图纸有设计人签名');
  await page.keyboard.type('没有签名');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '不符合', pressed: true }).waitFor();
  await keys.stands('不符合');
  await keys.to('符合', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '符合', exact: true, pressed: true }).waitFor();
  await keys.stands('符合');
  await page.keyboard.press('a');
  await dialog.getByText('承诺时限').waitFor();
  await keys.press('受理');
  await page.getByText('审查中').first().waitFor();
  await dialog.waitFor({ state: 'detached' });
  await keys.to('待办');
  await closePage(page);
});
