import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { accepting, consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

const free = { path: '/inbox?queue=free', title: '待办' };
const name = '屋顶风车设置许可';

test('a reviewer opens a case from the inbox, into which others come meanwhile, and finishes a step by keyboard', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { clerk, reviewer } = await city.fileUpTo('accepted');
  const { page, keys } = await sitDown(city, reviewer, free);
  await page.getByRole('link', { name }).waitFor();
  await keys.round();

  // What comes in meanwhile leaves the focus where it is, and the keys go on from there.
  await keys.to(name);
  const opened = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  await city.act(clerk.actor, await city.file(), accepting);
  await page.getByRole('link', { name }).nth(1).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), opened);
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex), 2);
  await page.keyboard.press('/');
  await keys.stands('搜索');
  await page.keyboard.type('没有这样的');
  await page.keyboard.press('Enter');
  await page.getByText('没有符合条件的办件').waitFor();
  await keys.stands('搜索');
  await keys.press('清除');
  await page.getByRole('link', { name }).nth(1).waitFor();
  await keys.to('搜索');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  const row = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  await page.keyboard.press('Enter');
  await keys.arrives(name);
  // Looked at and left as it is, it stands where it stood; once claimed it is in this queue no more.
  await page.keyboard.press('u');
  await keys.stands(name);
  await page.waitForFunction((href) => document.activeElement?.getAttribute('href') === href, row);
  await page.keyboard.press('Enter');
  await keys.arrives(name);

  await keys.press('认领');
  await page.getByRole('button', { name: /^办结/ }).waitFor();
  await keys.round();
  await keys.press('办结“审查”');
  await keys.stands('同意，交下一步');
  await page.keyboard.press('ArrowDown');
  await keys.stands('不同意');
  await page.keyboard.press('ArrowUp');
  await keys.write('理由', '图纸与现场一致。');
  await keys.press('办结“审查”');
  await page.getByText('意见：同意').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The list of keys, and the way over the navigation: neither stands between the case and its queue.
  await page.keyboard.press('?');
  await keys.press(/^关闭$/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.to('跳到正文', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('u');
  await keys.arrives('待办');
  assert.match(page.url(), /queue=free/);
  await closePage(page);
});

test('an approver is told by keyboard what a decision lacks, decides, and goes on to the certificate', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { caseId, approver } = await city.fileUpTo('reviewed');
  const { page, keys } = await sitDown(city, approver, { path: `/cases/${caseId}`, title: name });
  await keys.press('认领');
  await page.getByRole('button', { name: '作出决定' }).waitFor();
  await keys.press('作出决定');
  await keys.stands('准予');
  await keys.to('关闭');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.stands('作出决定');
  await page.keyboard.press('Enter');
  await keys.stands('准予');
  await keys.press('作出决定');
  await keys.stands('准予');
  await page.keyboard.press('ArrowUp');
  await keys.stands('不予批准');
  await keys.press('作出决定');
  await keys.stands('理由');
  await page.keyboard.type('图纸与现场一致，准予设置。');
  await keys.to('不予批准', 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await keys.stands('准予');
  await keys.press('作出决定');
  await page.getByText('待送达').first().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.press('1.2.156.3005.2.');
  await keys.arrives('食品经营许可证');
  await keys.round();
  await closePage(page);
});
