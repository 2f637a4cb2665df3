// What is small and yet read: marks of quotation, dots between facts, halls in English, hints beside their question.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type PortalServer, startPortal } from '../accessibility/portal-server.ts';
import { closeBrowser, closePage, findChinese, keepScreenshot, openPage } from '../browser/index.ts';

const undo: (() => unknown)[] = [];
let server: PortalServer;
before(async () => {
  server = await startPortal({ after: (done) => void undo.push(done as () => unknown) });
});
after(async () => {
  await closeBrowser();
  for (const step of undo.reverse()) await step();
});

/** How wide a mark stands between two letters, in sizes of the type. */
const widthOf = (page: Page, mark: string): Promise<number> =>
  page.evaluate((text) => {
    const widthWith = (words: string) => {
      const probe = document.createElement('span');
      probe.textContent = words;
      document.querySelector('main')?.append(probe);
      const { width } = probe.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(probe).fontSize);
      probe.remove();
      return width / size;
    };
    return widthWith(`n${text}n`) - widthWith('nn');
  }, mark);

test('English quotation marks are as narrow as English type, Chinese ones as wide as a character', async () => {
  const page = await openPage();
  await page.goto(server.url('/help'));
  assert.ok((await widthOf(page, '“')) > 0.9);
  await page.goto(server.url('/display?lang=en&back=%2Fhelp'));
  await page.goto(server.url('/help'));
  for (const mark of ['“', '”', '’']) assert.ok((await widthOf(page, mark)) < 0.6, `${mark} is wide`);
  await closePage(page);
});

test('the help page and a guide tell in English where the hall is and when it is open', async () => {
  const page = await openPage();
  await page.goto(server.url('/display?lang=en&back=%2Fhelp'));
  await page.goto(server.url('/help'));
  const hall = page.getByText('Shili City Government Service Centre');
  await hall.waitFor();
  await page.getByText('100 Hechang Road, Qinghe District, Shili City').waitFor();
  await page.getByText(/^Monday to Friday 9:00/).waitFor();
  assert.deepEqual(await findChinese(page), { unmarked: [], marked: ['中文'] });
  await keepScreenshot(page, 'english/help');
  await page.goto(server.url(`/search?q=${encodeURIComponent('不动产转移登记')}`));
  await page.locator('.services a').first().click();
  await page.getByText('100 Hechang Road, Qinghe District, Shili City').waitFor();
  await page.getByText(/80 yuan each, Small and micro firms pay nothing/).waitFor();
  await page.getByText(/^The registry looks it up itself; you hand in nothing$/).waitFor();
  assert.deepEqual((await findChinese(page)).unmarked, []);
  await keepScreenshot(page, 'english/guide');
  await closePage(page);
});

test('in 长辈版 at 360 px no line of facts begins with its dot', async () => {
  const page = await openPage({ width: 360, height: 760, script: false });
  await page.goto(server.url('/display?theme=large&size=1&back=%2F'));
  await page.goto(server.url(`/search?q=${encodeURIComponent('养狗')}`));
  const first = page.locator('.services li').first();
  const [left, facts] = await Promise.all([first.locator('h2').boundingBox(), first.locator('.facts > span').all()]);
  const words = await Promise.all(
    facts.map((fact) =>
      fact.evaluate((span) => {
        const range = document.createRange();
        range.selectNodeContents(span);
        return range.getClientRects()[0]?.left ?? -1;
      }),
    ),
  );
  assert.equal(facts.length, 2);
  // Each on a line of its own, begun where the title begins: its dot lies further left and is cut off there.
  for (const at of words)
    assert.ok(Math.abs(at - (left?.x ?? 0)) < 1, `a fact begins at ${at}, the title at ${left?.x}`);
  const clip = await first.locator('.facts').evaluate((row) => getComputedStyle(row).clipPath);
  assert.match(clip, /^inset\(0px 0px 0px \d/);
  await keepScreenshot(page, 'elder/search-360');
  await closePage(page);
});

test('what was found stands clear of the search box', async () => {
  const page = await openPage();
  for (const words of ['养狗', 'zzzz']) {
    await page.goto(server.url(`/search?q=${encodeURIComponent(words)}`));
    const [box, next] = await Promise.all([
      page.locator('main search').boundingBox(),
      page.locator('main search + *').boundingBox(),
    ]);
    assert.ok((next?.y ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0)) >= 16, words);
  }
  await closePage(page);
});
