import { after, test } from 'node:test';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';

after(closeBrowser);

test('a case transferred to another organisation leaves the page of who sent it and of a colleague, which says so', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const other = await givenOrganisation(city.world, '示例市行政审批局');
  await givenStaff(city.world, 'clerk', other);
  const caseId = await city.file();
  const open = async (role: 'clerk' | 'supervisor') => {
    const page = await city.openAs(await city.officer(role), `/cases/${caseId}`);
    await page.getByRole('button', { name: /^转办/ }).waitFor();
    return page;
  };
  const [colleague, page] = [await open('supervisor'), await open('clerk')];
  await page.getByRole('button', { name: /^转办/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('行政审批');
  await page.locator('.ant-select-item-option', { hasText: other.name }).click();
  await dialog.getByLabel('理由').fill('职责已划转');
  await dialog.getByRole('button', { name: '转办' }).click();
  for (const left of [page, colleague]) {
    await left.getByRole('status').filter({ hasText: '这个办件已不在您这里' }).waitFor();
    await left.getByRole('button', { name: /^(认领|转办)/ }).waitFor({ state: 'detached' });
    await left.getByRole('link', { name: '回到待办' }).click();
    await left.getByRole('heading', { name: '待办' }).waitFor();
    await closePage(left);
  }
});
