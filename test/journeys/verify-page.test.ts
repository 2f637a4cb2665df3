import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildPage, maxPageBytes } from '@zhengtong/tlog/page';
import { cosigned, makeWorld, rewriteLog, testTime } from '@zhengtong/tlog/test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { closeBrowser, closePage, findHiddenFocus, keepScreenshot, listTabStops, openPage } from '../browser/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-page-'));
const file = join(folder, 'verify.html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// The world is dated 2026-11-23; the page must judge ages by a clock the test sets.
const now = new Date('2026-11-24T10:00:00+08:00');
let world: Awaited<ReturnType<typeof makeWorld>>;

before(async () => {
  world = await makeWorld();
  writeFileSync(file, await buildPage(world.trust));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await closeBrowser();
});

async function openVerifyPage(
  options: Parameters<typeof openPage>[0] = {},
): Promise<{ page: Page; requests: string[] }> {
  const page = await openPage({ width: 900, offline: true, ...options });
  await page.clock.setFixedTime(now);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => requests.push(`error ${error.message}`));
  page.on('console', (message) => requests.push(`console ${message.text()}`));
  await page.goto(pathToFileURL(file).href);
  return { page, requests };
}

/** Chooses a file and waits until the page has said what came of it. */
async function choose(page: Page, text: string, input = '#file'): Promise<void> {
  await page.evaluate(() => document.getElementById('status')?.replaceChildren());
  await page.setInputFiles(input, { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.waitForFunction(() => /: |已换用|trust file/.test(document.getElementById('status')?.textContent ?? ''));
}
const verdict = (page: Page) => page.textContent('#result-title');

/** axe on the page as it stands: the shared room shows a twin, which would lose the result that script has drawn. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => {
    const options = { rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } } };
    return (globalThis as unknown as { axe: { run: (o: unknown) => Promise<AxeResults> } }).axe.run(options);
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

test('the page is one file under 200 KB that asks nothing of any network', async () => {
  assert.ok(readFileSync(file).length <= maxPageBytes);
  const { page, requests } = await openVerifyPage();
  await choose(page, world.receipt);
  assert.equal(await verdict(page), '真实');
  assert.deepEqual(
    requests.filter((url) => !url.startsWith('file:') && url !== 'data:,'),
    [],
  );
  await closePage(page);
});

test('a receipt and a certificate signed with SM2 are found genuine and say what they say', async () => {
  const { page } = await openVerifyPage();
  for (const [name, text, said] of [
    ['receipt', world.receipt, '不动产登记中心'],
    ['certificate', world.certificate, '九九区行政审批局'],
  ] as const) {
    await choose(page, text);
    assert.equal(await verdict(page), '真实');
    const shown = (await page.textContent('#result')) ?? '';
    assert.ok(shown.includes(said));
    // Times are said by the clock of China, never as the file writes them.
    assert.doesNotMatch(shown, /\d{4}-\d\d-\d\dT/);
    await keepScreenshot(page, `verify-page/${name}`);
  }
  await closePage(page);
});

test('tampering, a missing witness, a fork and a stranger each get their own plain answer', async () => {
  const { page } = await openVerifyPage();
  const single = await cosigned(world.signed, world.witnesses.slice(0, 1), testTime);
  const swap = (text: string, from: string, to: string) =>
    text.replace(JSON.stringify(from).slice(1, -1), JSON.stringify(to).slice(1, -1));
  const stranger = await makeWorld(20);
  const cases: [name: string, text: string, outcome: string, says: string][] = [
    ['tampered', world.receipt.replace('查询婚姻登记', '查询不动产'), '不通过', '内容与日志里登记的不符'],
    ['one-witness', swap(world.receipt, world.checkpoint, single), '不通过', '联署的见证者不够'],
    ['stranger', stranger.certificate, '无法确认', '不在本页认可之列'],
    ['no-file', 'hello', '不通过', '这不是回执或证照文件'],
  ];
  for (const [name, text, outcome, says] of cases) {
    await choose(page, text);
    assert.equal(await verdict(page), outcome, name);
    assert.ok((await page.textContent('#result'))?.includes(says), name);
    await keepScreenshot(page, `verify-page/${name}`);
  }
  const forked = JSON.stringify({ ...JSON.parse(world.trust), checkpoint: await rewriteLog(world) });
  await choose(page, forked, '#trust-file');
  await choose(page, world.receipt);
  assert.ok((await page.textContent('#result'))?.includes('两个不同的结果'));
  await closePage(page);
});

test('axe finds nothing, in both languages, before and after a result, wide and at 320 px', async () => {
  for (const width of [900, 320]) {
    const { page } = await openVerifyPage({ width });
    assert.deepEqual(await findViolations(page), []);
    for (const text of [world.certificate, world.receipt.replace('salt', 'slat')]) {
      await choose(page, text);
      assert.deepEqual(await findViolations(page), []);
      await page.click('#language');
      assert.deepEqual(await findViolations(page), []);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width}`);
    await choose(page, world.certificate);
    await keepScreenshot(page, `verify-page/width-${width}`);
    await closePage(page);
  }
});

test('by keyboard alone a text is pasted, checked and its result reached', async () => {
  const { page } = await openVerifyPage();
  assert.deepEqual(await findHiddenFocus(page), []);
  assert.ok((await listTabStops(page, 5)).length >= 4);
  await page.reload();
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter', 'Tab']) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'text');
  await page.keyboard.insertText(world.certificate);
  for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'result');
  assert.equal(await page.textContent('#status'), '核验结果: 真实');
  await closePage(page);
});

test('in English the whole page speaks English', async () => {
  const { page } = await openVerifyPage({ locale: 'en-GB' });
  await choose(page, world.receipt);
  assert.equal(await verdict(page), 'Genuine');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  const said = (await page.textContent('main')) ?? '';
  const chinese = said.replace(/查询婚姻登记|不动产登记中心|办件/g, '').match(/[\u4e00-\u9fff]{2,}/g) ?? [];
  assert.deepEqual(chinese, []);
  await keepScreenshot(page, 'verify-page/english');
  await closePage(page);
});

test('knowledge 40 days old is called so and leaves the result open', async () => {
  const { page } = await openVerifyPage();
  await page.clock.setFixedTime(new Date('2027-01-10T10:00:00+08:00'));
  await choose(page, world.receipt);
  assert.equal(await verdict(page), '无法确认');
  assert.ok((await page.textContent('#result'))?.includes('请取一份新的核验页'));
  await closePage(page);
});
