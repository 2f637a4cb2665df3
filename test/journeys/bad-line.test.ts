// What the console does when an answer is lost on the way: it says so, and never looks as if all had been well.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';

after(closeBrowser);

test('who signs out while the server is away is told to be signed in still, and then leaves', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const page = await city.openAs(await city.officer('clerk'), '/inbox');
  await page.route('**/api/console/session', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  const leave = page.getByRole('button', { name: '退出登录' });
  await leave.click();
  await page.getByText(/还没有退出登录。没有收到系统的答复/).waitFor();
  assert.match(page.url(), /\/inbox$/);
  await page.unroute('**/api/console/session');
  await leave.click();
  await page.waitForURL('**/console/sign-in');
  await closePage(page);
});

test('a number that was asked for and did not come is said in the dialog that asked, which stays', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { caseId, clerk } = await city.fileUpTo('claimed');
  const page = await city.openAs(clerk, `/cases/${caseId}`);
  await page.route('**/reveals/*', (route) => route.abort());
  await page.getByRole('button', { name: '查看完整电话' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('打电话联系申请人').check();
  await dialog.getByRole('button', { name: '查看完整电话' }).click();
  await dialog.getByText('没有收到系统的答复').waitFor();
  await keepScreenshot(page, 'console/reveal-unread');
  await page.unroute('**/reveals/*');
  await dialog.getByRole('button', { name: '查看完整电话' }).click();
  await page.locator('output').waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await closePage(page);
});

test('a page whose live line was cut asks anew when it is back: what was told meanwhile was told to others', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const other = await city.openAs(await city.officer('supervisor'), '/inbox?queue=free');
  const page = await city.openConsole('/inbox?queue=free');
  let lines = 0;
  await page.route('**/api/console/live', async (route) => {
    lines++;
    // The first line ends at once. While the page has none, a case is filed, and the colleague's page is told of it.
    if (lines === 1) return route.fulfill({ contentType: 'text/event-stream', body: 'retry: 200\n\n' });
    if (lines === 2) {
      await page.getByText('没有等待认领的办件').waitFor();
      await city.file();
      await other.getByRole('rowheader', { name: '屋顶风车设置许可' }).waitFor();
    }
    return route.continue();
  });
  await city.signIn(page, await city.officer('clerk'));
  await page.getByRole('rowheader', { name: '屋顶风车设置许可' }).waitFor();
  assert.ok(lines >= 2);
  await closePage(page);
  await closePage(other);
});

test('checks and preview whose asking failed are said to be of the text before, and come when asked again', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { itemId } = city.item;
  const page = await city.openAs(await city.officer('editor'), `/items/${itemId}/versions/1`);
  await page.getByRole('button', { name: '编辑下一版' }).click();
  const [checks, preview] = [
    page.getByRole('region', { name: '发布前检查' }),
    page.getByRole('region', { name: '申请人看到的表单' }),
  ];
  await checks.getByText('没有问题，可以送审').waitFor();
  await preview.getByText('几片叶片').waitFor();
  const asking = /\/(draft-checks|form-preview)$/;
  await page.route(asking, (route) => route.abort());
  await page.getByLabel('一句话说明').fill('');
  const form = page.locator('#text_form');
  await form.fill((await form.inputValue()).replace('几片叶片', '有几片叶子'));
  await checks.getByText('改动后还没有检查成，下面是改动前的结果').waitFor();
  await preview.getByText('改动后还没有画成，下面是改动前的样子').waitFor();
  await checks.getByText('没有收到系统的答复').waitFor();
  await keepScreenshot(page, 'console/editor-outdated');
  await page.unroute(asking);
  await checks.getByRole('button', { name: '再试一次' }).click();
  await preview.getByRole('button', { name: '再试一次' }).click();
  await preview.getByText('有几片叶子').waitFor();
  await page
    .getByText(/改动后还没有/)
    .first()
    .waitFor({ state: 'detached' });
  await checks.getByText('没有写清这项服务是什么').waitFor();
  await closePage(page);
});
