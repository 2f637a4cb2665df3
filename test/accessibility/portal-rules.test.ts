// What axe cannot judge, on every page of the portal in every dress: nothing runs off a narrow screen or at 200 % zoom,
// help is in the same place (WCAG 3.2.6), nothing covers what has the focus (2.4.11), nothing is asked twice (3.3.7),
// everything may be pasted (3.3.8), and 长辈版 is close at hand and stays (MIIT 2021, 3.1).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { houseProblems } from '@zhengtong/platform';
import type { Page } from 'playwright-core';
import { closeBrowser, closePage, findHiddenFocus, keepScreenshot, openPage } from '../browser/index.ts';
import { listOpenPages, listOwnPages, type PortalCity, startCity, unseen } from './portal-pages.ts';
import { signInByHand } from './portal-server.ts';

const undo: (() => unknown)[] = [];
let city: PortalCity;
let page: Page;
let plain: Awaited<ReturnType<typeof visitInStandard>>[];
before(async () => {
  city = await startCity({ after: (done) => void undo.push(done as () => unknown) });
  page = city.signedIn;
  await dress('standard');
  plain = [];
  for (const path of every()) plain.push(await visitInStandard(path));
});
after(async () => {
  await closePage(page);
  await closeBrowser();
  for (const step of undo.reverse()) await step();
});

const every = () => [...listOpenPages(city), ...listOwnPages(city)];
const dress = async (theme: string, size = 1, lang = 'zh') => {
  await page.goto(city.server.url(`/display?theme=${theme}&size=${size}&lang=${lang}&back=%2Frobots.txt`));
};

/** What the rules ask of a page in the standard dress, read on one visit: coming to each anew for each rule took minutes. */
async function visitInStandard(path: string) {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(city.server.url(path));
  const read = await page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>('a[href],button,input:not([type=hidden]),summary,select,textarea'),
    ].filter((element) => element.checkVisibility() && element.tabIndex >= 0);
    const help = [...document.querySelectorAll('footer .help a')].map((link) => link.getAttribute('href'));
    const order = [...document.body.children]
      .map(({ tagName }) => tagName)
      .join(' ')
      .replace('DIV DIV', 'DIV');
    return {
      theme: document.documentElement.dataset.theme,
      stops: shown.slice(0, 10).map((element) => element.textContent?.trim()),
      place: JSON.stringify({ help, order }),
      headings: document.querySelectorAll('h1').length,
      waysHome: document.querySelectorAll('main a[href="/"]').length,
    };
  });
  const wide: string[] = [];
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 800 });
    const takes = await page.evaluate(() => document.documentElement.scrollWidth);
    if (takes > width) wide.push(`${takes} of ${width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return { path, ...read, wide, covered: await findHiddenFocus(page, 90), html: await page.content() };
}

test('every page there is stands in the list that is looked at', () => {
  assert.deepEqual(unseen(city, every()), []);
});

test('nothing runs off the screen: at 320 px and at 200 % zoom, in every dress and both languages', async () => {
  const faults = plain.flatMap(({ path, theme, wide }) =>
    theme === 'standard' && wide.length === 0 ? [] : [`${path} ${theme}: ${wide}`],
  );
  for (const [theme, size, lang, width] of [
    ['standard', 1, 'en', 320],
    ['large', 3, 'zh', 320],
    ['large', 1, 'en', 360],
    ['high-contrast', 1, 'zh', 320],
    ['kiosk', 1, 'zh', 1080],
  ] as const) {
    await dress(theme, size, lang);
    await page.setViewportSize({ width, height: 800 });
    for (const path of every()) {
      await page.goto(city.server.url(path));
      const seen = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        theme: document.documentElement.dataset.theme,
      }));
      if (seen.width > width || seen.theme !== theme)
        faults.push(`${path} ${theme} ${lang} ${width}: ${JSON.stringify(seen)}`);
    }
  }
  assert.deepEqual(faults, []);
  await dress('standard');
});

test('help stands in the same place on every page, errors included', () => {
  const places = Map.groupBy(plain, ({ place }) => place);
  const said = [...places].map(([place, pages]) => [place, pages.map(({ path }) => path)]);
  assert.equal(places.size, 1, JSON.stringify(said, null, 1).slice(0, 2000));
});

test('in 长辈版 at 360 px the header takes two rows, signed in or not, and everything of it can be reached', async () => {
  const stranger = await openPage({ width: 360, script: false });
  for (const one of [page, stranger]) {
    await one.setViewportSize({ width: 360, height: 800 });
    await one.goto(city.server.url('/display?theme=large&size=1&back=%2Fhelp'));
    const rows = await one.evaluate(() => {
      const shown = [...document.querySelectorAll('header a, header summary')].filter((e) => e.checkVisibility());
      return [...new Set(shown.map((element) => Math.round(element.getBoundingClientRect().top)))].length;
    });
    assert.equal(rows, 2);
    await one.click('header summary');
    for (const words of ['高对比', '更大', '最大'])
      assert.ok(await one.locator('.more-in').getByText(words, { exact: true }).isVisible());
  }
  assert.ok(await page.locator('.more-in button').isVisible());
  await keepScreenshot(page, 'portal/header-open-large-360', { fullPage: false });
  await closePage(stranger);
  await dress('standard');
});

test('on every page each stop of the Tab key is seen and ringed, in the standard dress and in 长辈版 on a phone', async () => {
  const faults = plain.flatMap(({ path, covered }) => covered.map((fault) => `${path} standard: ${fault}`));
  await dress('large');
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of every()) {
    await page.goto(city.server.url(path));
    for (const fault of await findHiddenFocus(page, 90)) faults.push(`${path} large: ${fault}`);
  }
  assert.deepEqual(faults, []);
  await dress('standard');
});

test('长辈版 is within the first ten stops of every page, and its four names lead to it from the search', async () => {
  for (const { path, stops } of plain) assert.ok(stops.includes('长辈版'), `${path}: ${stops}`);
  for (const name of ['长辈版', '亲情版', '关爱版', '关怀版']) {
    await page.goto(city.server.url(`/search?q=${encodeURIComponent(name)}`));
    await page.locator('.services a').first().click();
    await page.waitForSelector('html[data-theme=large]');
    await dress('standard');
  }
});

// That they keep the rules of 长辈版 is looked at with every other page (`portal.test.ts`).
test('every error the house knows has a page that says what to do', () => {
  const errors = plain.filter(({ path }) => path.startsWith('/test/problem/'));
  // One of them leads to signing in, and so away for who is signed in.
  assert.equal(errors.length, Object.keys(houseProblems).length - 1);
  for (const { path, headings, waysHome } of errors) assert.deepEqual([headings, waysHome > 0], [1, true], path);
});

test('no question is asked a second time, and nothing forbids to paste', async () => {
  const asked = new Map<string, string>();
  for (const { path, html } of plain) assert.doesNotMatch(html, /onpaste|captcha/i, path);
  // WCAG 3.3.8: what signing in asks may be filled in by the device. Elsewhere a number must not stay behind on a shared one.
  await page.goto(city.server.url('/sign-in'));
  assert.doesNotMatch(
    await page.content().then((html) => html.replace(/<search[\s\S]*?<\/search>/g, '')),
    /autocomplete="off"/i,
  );
  const { draft } = city;
  for (const question of ['name', 'blades']) {
    await page.goto(city.server.url(`${draft}/questions/${question}`));
    for (const name of await page
      .locator('main :is(input,select,textarea):not([type=hidden])')
      .evaluateAll((all) => all.map((one) => one.getAttribute('name') ?? ''))) {
      assert.equal(asked.get(name), undefined, `${name} is asked on ${asked.get(name)} and ${question}`);
      asked.set(name, question);
    }
  }
  // What the account knows stands there already.
  await page.goto(city.server.url(`${draft}/questions/name`));
  assert.equal(await page.inputValue('#q-name'), '王小明');
});

test('the dress chosen before signing in stays afterwards', async () => {
  const other = await openPage({ width: 360, script: false });
  await other.goto(city.server.url('/display?theme=large&size=2&back=%2F'));
  await signInByHand(other, city.server, '13900000031', '990100198001020013');
  assert.deepEqual(await other.locator('html').evaluate((html) => [html.dataset.theme, html.dataset.size]), [
    'large',
    '2',
  ]);
  await closePage(other);
});
