import { after, test } from 'node:test';
import { rateCase } from '@zhengtong/evaluation';
import { givenToldCase } from '@zhengtong/evaluation/test';
import { must } from '@zhengtong/kernel';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';
import { sitDown } from './keyboard-desk.ts';

after(closeBrowser);

test('a clerk finds a poor rating, calls back, repairs and answers by the keyboard alone', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { world, applicant, item } = city;
  const caseId = await givenToldCase(world, { applicant, item, told: ['accepted', 'delivered'] });
  const words = '要了指南以外的材料';
  must(
    await world.run(applicant, (ctx) =>
      rateCase(ctx, { caseId, stars: 1, choices: ['beyond'], words, anonymous: false }),
    ),
  );
  const { page, keys } = await sitDown(city, await city.officer('clerk'), { path: '/ratings', title: '评价与整改' });
  await page.getByRole('table').waitFor();
  await keys.round();
  await keys.press('统计', 'Space');
  await page.getByText('不足五条').first().waitFor();
  await keys.stands('统计');
  await keys.round();
  await keys.press('整改');
  await keys.press('屋顶风车设置许可');
  await keys.arrives('差评整改');
  await page.getByText('要了指南以外的材料').waitFor();
  await keys.round();

  for (const [step, said] of [
    ['已回访', '电话说明了情况。'],
    ['已整改', '指南补上了这份材料。'],
    ['向群众反馈', '已经补上，谢谢指出。'],
  ] as const) {
    await keys.press(step);
    await keys.stands('情况');
    await page.keyboard.type(said);
    await keys.press(step);
    await page.locator('.timeline').getByText(said).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await keys.press('评价与整改');
  await keys.arrives('评价与整改');
  await closePage(page);
});
