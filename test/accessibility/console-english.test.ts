// The console in English where it is narrow: at 320 px, and on a desk's screen of 1280 × 900 at 200 % zoom.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenOrganisation } from '@zhengtong/identity/test';
import { closeBrowser, closePage, findChinese, keyboardAt } from '../browser/index.ts';
import { consoleWorld } from '../journeys/console-server.ts';
import { findDialogFaults, findOverflow, openDialog } from './console-faults.ts';

after(closeBrowser);

const sizes = { '320 px': { width: 320, height: 640 }, '200 % zoom': { width: 640, height: 450 } };
const dialogs = ['Show “Phone” in full', 'Ask for correction', 'Transfer', 'Do not accept'];

test('in English at 320 px each dialog of a desk has no axe violation, no sideways scrolling and visible focus', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { caseId, clerk } = await city.fileUpTo('claimed');
  const page = await city.openAs(clerk, `/cases/${caseId}`, { locale: 'en-GB', ...sizes['320 px'] });
  const faults = await findDialogFaults(page, dialogs, 'english');
  await closePage(page);
  assert.deepEqual(faults, []);
});

for (const [size, screen] of Object.entries(sizes)) {
  test(`in English at ${size} no page or dialog needs scrolling sideways, and what is only Chinese is marked as such`, {
    timeout: 200_000,
  }, async (t) => {
    const city = await consoleWorld(t);
    const { caseId, approver } = await city.fileUpTo('reviewed');
    await givenOrganisation(city.world, '示例市行政审批局');
    await city.act(approver.actor, caseId, [{ kind: 'claim' }]);
    const page = await city.openAs(approver, `/cases/${caseId}`, { locale: 'en-GB', ...screen });
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      if ((await findOverflow(page)) > 0) faults.push(`${name} is too wide`);
      // A title of the browser and a control's name are one string: in them nothing can be marked.
      const { unmarked } = await findChinese(page);
      const bare = unmarked.filter(
        (text) => !/^(Download|Preview|Compared with the original:) | · Zhengtong console$/.test(text),
      );
      faults.push(...bare.map((text) => `${name}: ${text}`));
    };
    for (const opener of ['Decide', 'Stop the clock', 'Transfer']) {
      await page.goto(`${city.url}/console/cases/${caseId}`);
      await openDialog(page, opener);
      await look(opener);
      // Down to its last button each stop comes into sight.
      await keyboardAt(page).to(opener);
    }
    await city.act(approver.actor, caseId, [{ kind: 'decide', outcome: 'approved', reasons: '符合' }]);
    const pages: [path: string, ready: string][] = [
      [`/cases/${caseId}`, 'certificate'],
      ['/inbox?queue=free', 'No case'],
      ['/certificates', '食品经营许可证'],
      ['/items', 'Permit for a windmill on a roof'],
      [`/items/${city.item.itemId}/versions/1`, 'published'],
      ['/ratings?show=sums', 'fewer than five'],
      ['/calendar', 'national holidays are announced'],
    ];
    for (const [path, ready] of pages) {
      await page.goto(`${city.url}/console${path}`);
      await page.locator('main').getByText(ready).first().waitFor();
      await look(path);
    }
    await page.goto(`${city.url}/console/certificates`);
    await page.getByRole('table').getByRole('link').click();
    await page.getByRole('button', { name: 'Suspend' }).waitFor();
    await look('certificate');
    await closePage(page);
    assert.deepEqual(faults, []);
  });
}
