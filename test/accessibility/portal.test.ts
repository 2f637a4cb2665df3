// Every page of the portal with real rows behind it: axe in the standard theme (text contrast 7:1) and in 长辈版, the
// rules of 长辈版, 320 px, focus. Which pages there are
// stands in `portal-pages.ts`, and a test holds that list to what the portal serves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  closeBrowser,
  closePage,
  findAxeViolations,
  findElderFaults,
  findHiddenFocus,
  keepScreenshotIfAsked,
  listTabStops,
  openPage,
} from '../browser/index.ts';
import { listOpenPages, listOwnPages, type PortalCity, startCity } from './portal-pages.ts';

const undo: (() => unknown)[] = [];
let city: PortalCity;
let signedIn: Page;
before(async () => {
  city = await startCity({ after: (done) => void undo.push(done as () => unknown) });
  signedIn = city.signedIn;
});
after(async () => {
  await closePage(signedIn);
  await closeBrowser();
  for (const step of undo.reverse()) await step();
});

const every = () => [...listOpenPages(city), ...listOwnPages(city)];
const nameOf = (path: string) =>
  decodeURIComponent(path)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'home';

test('every page is free of axe violations in the standard theme, text contrast 7:1 included', async () => {
  await signedIn.setViewportSize({ width: 1280, height: 900 });
  for (const path of every()) {
    await signedIn.goto(city.server.url(path));
    await keepScreenshotIfAsked(signedIn, `portal/${nameOf(path)}-1280`);
    assert.deepEqual(await findAxeViolations(signedIn, { enhancedContrast: true }), [], path);
  }
});

test('every page keeps 长辈版 and its rules, is free of axe violations and fits 320 px, after signing in and on errors', async () => {
  await signedIn.goto(city.server.url('/display?theme=large&size=1&back=%2F'));
  await signedIn.setViewportSize({ width: 320, height: 720 });
  const faults: Record<string, string[]> = {};
  for (const path of every()) {
    await signedIn.goto(city.server.url(path));
    await keepScreenshotIfAsked(signedIn, `portal/${nameOf(path)}-large-320`);
    const width = await signedIn.evaluate(() => document.documentElement.scrollWidth);
    const theme = await signedIn.evaluate(() => document.documentElement.dataset.theme);
    const found = [
      ...(theme === 'large' ? [] : [`theme ${theme}`]),
      ...(width > 320 ? [`${width} px wide`] : []),
      ...(await findElderFaults(signedIn)),
      ...(await findAxeViolations(signedIn)),
    ];
    if (found.length > 0) faults[path] = found;
  }
  assert.deepEqual(faults, {});
  await signedIn.goto(city.server.url('/display?theme=standard&size=1&back=%2F'));
});

test('长辈版 is among the first ten stops of the Tab key and every stop shows its focus', async () => {
  await signedIn.setViewportSize({ width: 1280, height: 900 });
  await signedIn.goto(city.server.url('/'));
  assert.ok((await listTabStops(signedIn, 10)).some(({ name }) => name.includes('长辈版')));
  for (const path of ['/', city.filed, `${city.draft}/questions/all`]) {
    await signedIn.goto(city.server.url(path));
    assert.deepEqual(await findHiddenFocus(signedIn), [], path);
  }
});

test('the pages of signing in, wrong, right and after a session that ended, keep the same rules', async () => {
  for (const [theme, width] of [
    ['standard', 1280],
    ['large', 320],
  ] as const) {
    const page = await openPage({ width, script: false });
    const faults: string[] = [];
    const look = async (name: string) => {
      await keepScreenshotIfAsked(page, `portal/${name}-${theme}-${width}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) faults.push(`${name}: ${wide} px wide`);
      for (const fault of theme === 'large' ? await findElderFaults(page) : []) faults.push(`${name}: ${fault}`);
      for (const fault of await findAxeViolations(page, { enhancedContrast: theme === 'standard' }))
        faults.push(`${name}: ${fault}`);
    };
    const send = (field: string, text: string) =>
      page.fill(field, text).then(() => Promise.all([page.waitForEvent('load'), page.press(field, 'Enter')]));
    await page.goto(city.server.url(`/display?theme=${theme}&size=1&back=%2Fsign-in`));
    await look('sign-in');
    await send('#phone', '12');
    await look('sign-in-wrong');
    await send('#phone', width === 320 ? '13900000041' : '13900000042');
    await look('sign-in-code');
    await send('#code', '000000');
    await look('sign-in-code-wrong');
    // A form of a session that has ended: what was typed is kept, and asked for again.
    await page.goto(city.server.url(`/display?theme=${theme}&size=1&back=%2Fsign-in`));
    await page.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action });
      document.body.replaceChildren(form);
      form.submit();
    }, `${city.draft}/questions/blades`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look('sign-in-kept');
    await closePage(page);
    assert.deepEqual(faults, []);
  }
});
