import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { totpAt } from '@zhengtong/identity';
import type { Page } from 'playwright-core';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld, password } from './console-server.ts';

after(closeBrowser);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });

/** Tab until the focus is on what begins so; a trap or a thing out of reach fails. */
async function tabTo(page: Page, name: string): Promise<void> {
  const met: string[] = [];
  for (let tries = 0; tries < 60; tries++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at.startsWith(name)) return;
    met.push(at.slice(0, 20));
  }
  assert.fail(`${name} is out of reach of the Tab key: ${met.join(' | ')}`);
}

test('a clerk signs in, claims, looks at a whole number, checks and accepts without a mouse', {
  timeout: 100_000,
}, async (t) => {
  const city = await consoleWorld(t);
  await city.file();
  const { account, secret } = await city.officer('clerk');
  const page = await city.openConsole('/inbox?queue=free');
  await page.getByLabel('账号').waitFor();
  await page.getByLabel('账号').focus();
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.type(totpAt(secret, city.world.now));
  await page.keyboard.press('Enter');
  await page.getByRole('table').waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  // Not the inbox's own 待认领: pressed there, the key means nothing.
  await page.getByRole('button', { name: /^认领/ }).waitFor();
  await tabTo(page, '认领');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '查看完整电话' }).waitFor();
  // The button is gone; the next Tab goes on in the case, not at the top of the page.
  await page.waitForFunction(() => document.activeElement?.id === 'content');

  await tabTo(page, '查看完整电话');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('打电话联系申请人').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('查看完整电话'));
  await page.keyboard.press('Enter');
  await dialog.getByLabel('打电话联系申请人').waitFor();
  // Opened, a dialog stands at its first field.
  await page.waitForFunction(
    () => document.activeElement?.closest('[role=dialog]') && document.activeElement.matches('[type=radio]'),
  );
  await page.keyboard.press('Space');
  assert.ok(await dialog.getByRole('radio').first().isChecked());
  await tabTo(page, '查看完整电话');
  await page.keyboard.press('Enter');
  await page.locator('output').waitFor();
  await tabTo(page, '隐藏');
  await page.keyboard.press('Enter');
  await page.locator('output').waitFor({ state: 'hidden' });

  await tabTo(page, '已与原件核对');
  await page.keyboard.press('Enter');
  await page.getByText('窗口已与原件核对').waitFor();
  // Whoever says what is wrong, or thinks better of it, goes on at the button that asked.
  const stands = (name: string) => page.waitForFunction((words) => document.activeElement?.textContent === words, name);
  await tabTo(page, '不符合');
  await page.keyboard.press('Enter');
  await page.keyboard.type('没有签名');
  await page.keyboard.press('Escape');
  await stands('不符合');
  await page.keyboard.press('Enter');
  await page.keyboard.type('没有签名');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '不符合', pressed: true }).waitFor();
  await stands('不符合');
  await page.keyboard.press('Shift+Tab');
  await stands('符合');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '符合', exact: true, pressed: true }).waitFor();
  await page.keyboard.press('a');
  await dialog.getByText('承诺时限').waitFor();
  await tabTo(page, '受理');
  await page.keyboard.press('Enter');
  await page.getByText('审查中').first().waitFor();
  await closePage(page);
});
