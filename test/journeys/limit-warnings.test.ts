import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type CivilDate, instantOf } from '@zhengtong/kernel';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { accepting, consoleWorld } from './console-server.ts';

after(closeBrowser);

test('who holds a case finds it under the warnings when its limit is near, and when its pause is past its longest', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const [clerk, reviewer] = [await city.officer('clerk'), await city.officer('reviewer')];
  const [near, paused] = [await city.file(), await city.file()];
  for (const caseId of [near, paused]) {
    await city.act(clerk.actor, caseId, accepting);
    await city.act(reviewer.actor, caseId, [{ kind: 'claim' }]);
  }
  await city.act(reviewer.actor, paused, [{ kind: 'pause', procedure: 'site', reason: '现场勘验' }]);
  city.world.now = instantOf('2026-09-24' as CivilDate, '09:00');
  await city.world.drain();

  const page = await city.openAs(reviewer, '/inbox');
  await page.getByRole('button', { name: /^期限提醒 *1$/ }).click();
  await page.getByText('计时暂停').waitFor({ state: 'detached' });
  await page.getByRole('rowheader', { name: '屋顶风车设置许可' }).getByRole('link').click();
  await page.locator('.timeline').getByText('期限临近提醒').waitFor();
  await page.locator('.timeline').getByText('最后一天：2026-09-29').waitFor();
  await page.locator('.timeline').getByText('已提醒：测试reviewer').waitFor();
  await keepScreenshot(page, 'console/case-warned');
  await closePage(page);

  city.world.now = instantOf('2026-10-02' as CivilDate, '09:00');
  await city.world.drain();
  const later = await city.openAs(reviewer, '/inbox?queue=warned');
  await later.getByRole('table').getByText('暂停已超最长时间').waitFor();
  assert.equal(await later.getByRole('row').count(), 2, 'the other one is late by now, and stands there');
  await keepScreenshot(later, 'console/inbox-warned');
  await closePage(later);
});
