// One question of every kind in a real browser without script: axe, 320 px, 长辈版, errors that lead to their fields.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  closeBrowser,
  closePage,
  findAxeViolations,
  findElderFaults,
  findHiddenFocus,
  keepScreenshot,
  openPage,
} from '../browser/index.ts';
import { startFormServer } from './form-server.tsx';

let server: Awaited<ReturnType<typeof startFormServer>>;
before(async () => {
  server = await startFormServer();
});
after(async () => {
  server.stop();
  await closeBrowser();
});

test('a form with a question of every kind is free of axe violations, empty and with all its errors', async () => {
  const page = await openPage({ script: false });
  await page.goto(server.url('/'));
  assert.deepEqual(await findAxeViolations(page, { enhancedContrast: true }), []);
  await page.click('button:has-text("继续")');
  await keepScreenshot(page, 'forms/errors-1280');
  assert.ok((await page.locator('.errors a').count()) > 10);
  assert.deepEqual(await findAxeViolations(page, { enhancedContrast: true }), []);
  await closePage(page);
});

test('the form keeps the rules of 长辈版 and fits 320 px', async () => {
  const page = await openPage({ width: 320, script: false });
  await page.goto(server.url('/?theme=large'));
  await keepScreenshot(page, 'forms/large-320', { fullPage: false });
  assert.deepEqual(await findElderFaults(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await closePage(page);
});

test('the unit beside an amount stays in one piece at 320 px, in every size of type', async () => {
  const page = await openPage({ width: 320, script: false });
  for (const dress of ['lang=en', 'lang=en&theme=large']) {
    await page.goto(server.url(`/?${dress}`));
    const lines = await page.locator('.money > span:last-child').evaluateAll((units) =>
      units.map((unit) => {
        const range = document.createRange();
        range.selectNodeContents(unit);
        return range.getClientRects().length;
      }),
    );
    assert.ok(lines.length > 0);
    assert.deepEqual(
      lines.filter((count) => count !== 1),
      [],
      dress,
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  }
  await closePage(page);
});

test('every stop of the Tab key shows its focus, and the button for Enter is none of them', async () => {
  const page = await openPage();
  await page.goto(server.url('/'));
  assert.deepEqual(await findHiddenFocus(page), []);
  await closePage(page);
});

test('Enter in a field sends the form, adding an entry brings the same page with one more', async () => {
  const page = await openPage({ script: false });
  await page.goto(server.url('/'));
  await page.click('button[name=add][value="q.partners"]');
  assert.equal(await page.locator('[id="q-partners-1-name"]').count(), 1);
  await page.fill('#q-partners-0-name', '张三');
  await Promise.all([page.waitForEvent('load'), page.press('#q-partners-0-name', 'Enter')]);
  assert.equal(await page.inputValue('#q-partners-0-name'), '张三');
  assert.equal(await page.locator('[id="q-partners-1-name"]').count(), 1);
  await page.click('button[name=remove][value="q.partners.1"]');
  assert.equal(await page.locator('[id="q-partners-1-name"]').count(), 0);
  await closePage(page);
});

test('a link of the error summary lands on its field, in English too', async () => {
  const page = await openPage({ script: false });
  await page.goto(server.url('/?lang=en'));
  await page.fill('#q-size', 'fifty');
  await page.click('button:has-text("Continue")');
  await page.click('.errors a:has-text("Floor area")');
  assert.match(page.url(), /#q-size$/);
  assert.equal(await page.inputValue('#q-size'), 'fifty');
  await closePage(page);
});

test('the page that checks the answers is free of axe violations', async () => {
  const page = await openPage({ width: 390, script: false });
  await page.goto(server.url('/'));
  await page.click('label[for=q-applicantKind-1]');
  await page.fill('#q-shopName', '老王面馆');
  await page.fill('#q-opensOn-year', '2026');
  await page.fill('#q-opensOn-month', '12');
  await page.fill('#q-opensOn-day', '1');
  await page.selectOption('#q-area', '990102');
  await page.click('button:has-text("继续")');
  await page.goto(server.url('/check'));
  assert.ok(await page.locator('dd:has-text("老王面馆")').count());
  assert.ok(await page.locator('dd:has-text("2026年12月1日")').count());
  await keepScreenshot(page, 'forms/check-390');
  assert.deepEqual(await findAxeViolations(page, { enhancedContrast: true }), []);
  await closePage(page);
});
