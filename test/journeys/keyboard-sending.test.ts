import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refuse, toInstant } from '@zhengtong/kernel';
import { demoPhone } from '@zhengtong/messages';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

test('a supervisor sends a refused message and a parked delivery again by the keyboard alone', {
  timeout: 200_000,
}, async (t) => {
  const phones = demoPhone();
  let way: 'refuses' | 'breaks' | 'sends' = 'refuses';
  const city = await consoleWorld(t, {
    sms: {
      send: async (message) => {
        if (way === 'breaks') throw new Error('the gateway is on fire');
        return way === 'refuses' ? refuse({ kind: 'refused', said: 'http 400' }) : phones.send(message);
      },
    },
  });
  await city.file();
  await city.world.drain();
  way = 'breaks';
  await city.file();
  for (let tries = 0; tries < 10; tries++) {
    await assert.rejects(city.world.drain());
    city.world.now = toInstant(Date.parse(city.world.now) + 3_601_000);
  }
  way = 'sends';
  const failed = { path: '/messages?outcome=failed', title: '消息' };
  const { page, keys } = await sitDown(city, await city.officer('supervisor'), failed);
  await page.getByText('http 400').waitFor();
  await keys.round();
  await keys.press('重新发给');
  await page.getByText('已重新排上').waitFor();
  await keys.choose('结果', '已发出');

  await keys.to('投递失败', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await keys.arrives('投递失败');
  await page.getByText('已停，等人处理').waitFor();
  await keys.round();
  await keys.press('重新投递');
  await page.getByText('已放回队列').waitFor();
  await page.getByText('没有失败的投递').waitFor();
  await keys.to('跳到正文', 'Shift+Tab');
  await keys.press('退出登录');
  await keys.arrives('工作人员登录');
  await closePage(page);
});
