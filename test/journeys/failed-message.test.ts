import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refuse } from '@zhengtong/kernel';
import { demoPhone } from '@zhengtong/messages';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';

after(closeBrowser);

test('a message the gateway refused stands among the failed ones, and goes out when a supervisor sends it again', {
  timeout: 200_000,
}, async (t) => {
  const phones = demoPhone();
  let isRefusing = true;
  const city = await consoleWorld(t, {
    sms: {
      send: async (message) => (isRefusing ? refuse({ kind: 'refused', said: 'http 400' }) : phones.send(message)),
    },
  });
  await city.file();
  await city.world.drain();
  const page = await city.openAs(await city.officer('supervisor'), '/messages?outcome=failed');
  const row = page.getByRole('row').filter({ hasText: 'http 400' });
  await row.getByText('没有发出').waitFor();
  await keepScreenshot(page, 'console/message-failed');

  isRefusing = false;
  await row.getByRole('button', { name: /^重新发给/ }).click();
  await page.getByText('已重新排上').waitFor();
  await row.waitFor({ state: 'detached' });
  await city.world.drain();
  await page.getByLabel('结果').selectOption({ label: '已发出' });
  await page.getByRole('row').filter({ hasText: '已发出' }).waitFor();
  assert.equal((await city.world.eventNames()).filter((name) => name === 'message.failed').length, 1);
  await closePage(page);
});
