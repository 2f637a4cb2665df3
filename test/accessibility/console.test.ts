import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from '../journeys/console-server.ts';
import { findFaults } from './console-faults.ts';

after(closeBrowser);

for (const width of [1280, 320]) {
  test(`at ${width} px the pages of a desk have no axe violation, no sideways scrolling and visible focus`, {
    timeout: 200_000,
  }, async (t) => {
    const city = await consoleWorld(t);
    const caseId = await city.file();
    const clerk = await city.officer('clerk');
    const page = await city.openConsole('/inbox?queue=free', { width });
    await page.getByLabel('账号').waitFor();
    const faults = await findFaults(page, 'sign-in');
    await city.signIn(page, clerk);
    await page.getByRole('table').waitFor();
    faults.push(...(await findFaults(page, 'inbox')));
    await page.goto(`${city.url}/console/cases/${caseId}`);
    await page.getByRole('button', { name: '认领' }).click();
    await page.getByRole('button', { name: '受理', exact: false }).first().waitFor();
    await page.getByText('逐日说明').first().click();
    faults.push(...(await findFaults(page, 'case')));
    await page.getByRole('button', { name: '查看完整电话' }).click();
    await page.getByRole('dialog').getByLabel('打电话联系申请人').check();
    faults.push(...(await findFaults(page, 'reveal')));
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '一次告知补正' }).click();
    await page.getByRole('dialog').getByLabel('安装图纸').check();
    await page.getByText('填写的内容').waitFor();
    faults.push(...(await findFaults(page, 'correction')));
    await closePage(page);
    assert.deepEqual(faults, []);
  });

  test(`at ${width} px the pages of oversight have no axe violation, no sideways scrolling and visible focus`, {
    timeout: 200_000,
  }, async (t) => {
    const city = await consoleWorld(t);
    const supervisor = await city.officer('supervisor');
    const { approver } = await city.fileUpTo('decided');
    const page = await city.openAs(supervisor, '/people', { width });
    const faults: string[] = [];
    const pages: [path: string, name: string, ready: string][] = [
      ['/people', 'people', '测试supervisor'],
      ['/items', 'items', '屋顶风车设置许可'],
      [`/items/${city.item.itemId}/versions/1`, 'item', '质量分'],
      ['/certificates', 'certificates', '食品经营许可证'],
      ['/ratings', 'ratings', '没有整改'],
      ['/ratings?show=sums', 'rating-sums', '不足五条'],
      ['/messages', 'messages', '没有这样的消息'],
      ['/deliveries', 'deliveries', '没有失败的投递'],
      ['/calendar', 'calendar', '国家放假安排已公布到'],
    ];
    for (const [path, name, ready] of pages) {
      await page.goto(`${city.url}/console${path}`);
      await page.locator('main').getByText(ready).first().waitFor();
      faults.push(...(await findFaults(page, name)));
    }
    await closePage(page);
    // An approver may change one.
    const desk = await city.openAs(approver, '/certificates', { width });
    await desk.getByRole('table').getByRole('link').first().click();
    await desk.getByRole('button', { name: '暂扣', exact: true }).waitFor();
    faults.push(...(await findFaults(desk, 'certificate')));
    await desk.getByRole('button', { name: '暂扣', exact: true }).click();
    await desk.getByRole('dialog').getByLabel('理由').waitFor();
    faults.push(...(await findFaults(desk, 'certificate-change')));
    await closePage(desk);
    assert.deepEqual(faults, []);
  });
}
