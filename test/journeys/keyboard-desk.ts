// A desk without a mouse: somebody signs in by the keyboard and works on.
import { totpAt } from '@zhengtong/identity';
import type { Page } from 'playwright-core';
import { type Keyboard, keyboardAt } from '../browser/index.ts';
import { type Account, type City, password } from './console-server.ts';

/** Opens a page of the console and signs in by the keyboard alone; the focus stands at the top of the page's content. */
export async function sitDown(
  city: City,
  who: Account,
  { path, title }: { path: string; title: string },
): Promise<{ page: Page; keys: Keyboard }> {
  const page = await city.openConsole(path);
  const keys = keyboardAt(page);
  await keys.arrives('工作人员登录');
  await keys.write('账号', who.account);
  await keys.write('密码', password);
  await keys.write('动态验证码', totpAt(who.secret, city.world.now));
  await page.keyboard.press('Enter');
  await keys.arrives(title);
  // Over the navigation into the page, as whoever comes from the top would.
  await keys.to('跳到正文', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('main'));
  return { page, keys };
}
