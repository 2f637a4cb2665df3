import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  closeBrowser,
  closePage,
  findAxeViolations,
  findChinese,
  findElderFaults,
  listTabStops,
  openPage,
} from './index.ts';

after(closeBrowser);

const bad =
  '<!doctype html><html><body><p style="font-size:12px">小<p>大<img src="x:"><button>按</button></body></html>';

test('the browser starts and draws Chinese with the packaged font', async () => {
  const page = await openPage({ width: 320 });
  await page.setContent('<p id=a style="font-size:20px;display:inline-block">政务</p>');
  // A face without Chinese draws hollow boxes narrower than the square a Han character fills.
  assert.equal((await page.locator('#a').boundingBox())?.width, 40);
  await closePage(page);
});

for (const script of [true, false]) {
  test(`axe sees a fault on a page whose script is ${script ? 'on' : 'off'}`, async () => {
    const page = await openPage({ script });
    await page.setContent(bad);
    const said = (await findAxeViolations(page)).join('\n');
    assert.match(said, /image-alt/);
    assert.match(said, /html-has-lang/);
    await closePage(page);
  });
}

test('the elder rules see small type, narrow lines, close paragraphs and small targets', async () => {
  const page = await openPage({ script: false });
  await page.setContent(bad);
  const said = (await findElderFaults(page)).join('\n');
  for (const fault of [/type 12px/, /line height 1\.2/, /paragraph gap/, /target .* of 60/]) assert.match(said, fault);
  await closePage(page);
});

test('the tab walk tells a covered stop from a free one', async () => {
  const page = await openPage();
  await page.setContent(
    '<a href="#a">一</a><a href="#b" style="position:fixed;top:90px">二</a><div style="position:fixed;top:80px;left:0;width:99px;height:99px"></div>',
  );
  assert.deepEqual(
    (await listTabStops(page, 5)).map((stop) => stop.hidden),
    [false, true],
  );
  await closePage(page);
});

test('Chinese left on an English page is found in text and in names of controls, apart from what is marked', async () => {
  const page = await openPage({ script: false });
  await page.setContent('<html lang=en><p>Dear 王</p><p lang=zh-CN>局</p><button aria-label=提交>x</button>');
  assert.deepEqual(await findChinese(page), { unmarked: ['Dear 王', '提交'], marked: ['局'] });
  await closePage(page);
});
