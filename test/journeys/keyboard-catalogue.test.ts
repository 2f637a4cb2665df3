import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { importItems } from '@zhengtong/catalogue';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

const [name, items] = ['屋顶风车设置许可', { path: '/items', title: '事项' }];

test('by keyboard an editor reads the lines set aside, changes an item and sends it in; an approver publishes it', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const stream = Readable.from([Buffer.from('{"itemCode": "", "deptCode": "", "name": ""}\n')]);
  for await (const _ of importItems(city.world.setting, { source: 'list.jsonl', stream }));
  const { page: desk, keys } = await sitDown(city, await city.officer('editor'), items);
  await desk.getByRole('table').waitFor();
  await keys.round();
  await keys.write('搜索', '风车');
  await desk.keyboard.press('Enter');
  await desk.waitForURL(/words=/);
  await keys.stands('搜索');
  await keys.press('导入隔离区');
  await keys.arrives('导入隔离区');
  await desk.getByRole('rowheader', { name: 'list.jsonl:1' }).waitFor();
  await keys.round();
  await keys.press('回到事项');
  await keys.arrives('事项');

  await keys.press(name);
  await keys.arrives(name);
  await keys.press('编辑下一版');
  await keys.write('一句话说明', '在自家屋顶装一架风车，先申请再施工。');
  await desk.getByText('几片叶片').last().waitFor();
  await desk.getByRole('heading', { name: '发布前检查' }).waitFor();
  await keys.round();
  await keys.to('几片叶片');
  await keys.press('保存草稿');
  await desk.getByText('第 2 版 · 草稿').waitFor();
  await keys.press('送审');
  await desk.getByText('第 2 版 · 审核中').waitFor();
  await keys.press(/^事项$/);
  await keys.arrives('事项');
  await closePage(desk);

  const { page, keys: others } = await sitDown(city, await city.officer('approver'), items);
  await others.press(name);
  await others.arrives(name);
  await others.press('退回修改');
  await others.stands('理由');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await others.stands('退回修改');
  await others.to('发布', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await others.stands('发布');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await others.stands('发布');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await others.press('发布');
  await page.getByText('第 2 版 · 已发布').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await others.to('下线');
  await closePage(page);
});
