// Positions of the example notice: three pages, an annex, a seal; read from the bytes of the sealed OFD file and compared
// with the numbers of GB/T 9704-2012, to half a millimetre.
import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { seeOfd } from '../check/from-ofd.ts';
import { centreOf } from '../check/parts.ts';
import type { SeenLine } from '../check/seen.ts';
import { mmOf } from '../layout/layout.ts';
import { fonts, sealedNotice } from '../test/notice.ts';

const seen = must(seeOfd(sealedNotice().bytes));
const line = (text: string | RegExp, page?: number): SeenLine => {
  const found = seen.lines.find(
    (one) =>
      (typeof text === 'string' ? one.text.includes(text) : text.test(one.text)) &&
      (page === undefined || one.page === page),
  );
  assert.ok(found, `no line ${text}`);
  return found;
};
const near = (found: number, expected: number, what: string): void =>
  assert.ok(Math.abs(found - expected) <= 0.5, `${what}: ${found.toFixed(2)} where ${expected.toFixed(2)} is due`);
const rowPitch = 225 / 22;
const bottomOf = (one: SeenLine): number => one.baseline + mmOf(one.size) * 0.12;
const topOf = (one: SeenLine): number => bottomOf(one) - mmOf(one.size);
const middle = (one: { left: number; right: number }): number => (one.left + one.right) / 2;
const redLine = seen.bars.find((bar) => bar.page === 0 && bar.width > 150);

test('the notice has three pages of A4', () => {
  assert.deepEqual(seen.pages, new Array(3).fill({ width: 210, height: 297 }));
});

test('the ink of the mark begins 35 mm under the area and is centred on it', () => {
  const mark = line('文件', 0);
  const { face } = fonts.cut('xiaobiaosong');
  const ink = Math.max(...[...mark.text].map((char) => face.inkBox(char.codePointAt(0) as number).top));
  near(mark.baseline - ink * mmOf(mark.size), 37 + 35, 'mark');
  near(middle(mark), 28 + 78, 'mark centre');
});

test('the number stands two rows under the mark, the red line 4 mm under it, as wide as the area', () => {
  const number = line('〔2026〕12号', 0);
  near(middle(number), 106, 'number centre');
  const mark = line('文件', 0);
  const { face } = fonts.cut('xiaobiaosong');
  const ink = Math.max(...[...mark.text].map((char) => face.inkBox(char.codePointAt(0) as number).bottom));
  near(
    topOf(number),
    mark.baseline + ink * mmOf(mark.size) + 2 * rowPitch + (rowPitch - mmOf(16)) / 2 - 1.71,
    'number',
  );
  near((redLine?.y ?? 0) + (redLine?.height ?? 0) / 2, bottomOf(number) + 4, 'red line');
  near(redLine?.x ?? 0, 28, 'red line left');
  near(redLine?.width ?? 0, 156, 'red line width');
});

test('the title stands two rows under the red line, the addressees one row under the title, flush left', () => {
  const titles = seen.lines.filter((one) => one.page === 0 && Math.abs(one.size - 22) < 0.1);
  const first = titles[0] as SeenLine;
  near(topOf(first) - (rowPitch - mmOf(22)) / 2, (redLine?.y ?? 0) + 2 * rowPitch, 'title');
  for (const title of titles) near(centreOf(title), 106, 'title centre');
  const to = line('各县（市、区）人民政府，市政府', 0);
  near(to.left, 28, 'addressees');
  near(to.baseline - (titles.at(-1)?.baseline ?? 0), 2 * rowPitch - 0.7, 'one blank row');
});

test('body lines stand on 22 rows of 28 characters', () => {
  const body = seen.lines.filter((one) => one.page === 1 && Math.abs(one.size - 16) < 0.1);
  for (const one of body) {
    const row = (bottomOf(one) + (rowPitch - mmOf(16)) / 2 - 37) / rowPitch;
    near(row * rowPitch, Math.round(row) * rowPitch, one.text);
    assert.ok(row <= 22.01 && one.right <= 184.5 && one.left >= 27.5, one.text);
  }
  const full = line('为深入贯彻落实国务院关于进一步', 0);
  for (const [i, x] of full.at.entries()) near(x, 28 + (2 + i) * (156 / 28), full.text);
});

test('the date ends four characters from the right, the name is centred over it, the seal over both', () => {
  const date = line(/^2026年11月23日$/);
  const name = line(/^示例市人民政府$/);
  near(date.right, 184 - 4 * (156 / 28), 'date');
  near(middle(name), middle(date), 'name');
  const [stamp] = seen.stamps;
  assert.ok(stamp);
  assert.equal(stamp.page, date.page);
  near(stamp.x + stamp.width / 2, middle(date), 'seal');
  const centre = stamp.y + stamp.height / 2;
  assert.ok((topOf(name) + bottomOf(date)) / 2 > centre, 'name and date are under the middle of the seal');
  const above = seen.lines.filter((one) => one.page === stamp.page && one.baseline < stamp.y + 1).at(-1);
  assert.ok(above, 'there is text over the seal');
  const gap = stamp.y - (bottomOf(above) + (rowPitch - mmOf(16)) / 2);
  assert.ok(gap >= -0.5 && gap <= rowPitch + 0.5, `seal within a row of the text: ${gap}`);
});

test('the annex begins a page, its title on row 3', () => {
  const label = line(/^附件$/, 2);
  near(label.left, 28, 'label');
  near(topOf(label), 37 + (rowPitch - mmOf(16)) / 2, 'row 1');
  assert.equal(label.font, 'heiti');
  const title = line('重点事项清单', 2);
  near(topOf(title), 37 + 2 * rowPitch + (rowPitch - mmOf(22)) / 2, 'row 3');
  near(centreOf(title), 106, 'title centre');
});

test('the imprint ends with the area on the last page, its lines of the right thickness', () => {
  const bars = seen.bars.filter((bar) => bar.page === 2 && bar.width > 150);
  assert.deepEqual(
    bars.map((bar) => Math.round(bar.height * 100) / 100),
    [0.35, 0.25, 0.35],
  );
  for (const bar of bars) near(bar.width, 156, 'imprint line');
  const last = bars.at(-1);
  near((last?.y ?? 0) + (last?.height ?? 0) / 2, 262, 'last line');
  const printed = line('2026年11月24日印发', 2);
  near(184 - printed.right, mmOf(14), 'one character from the right');
});

test('page numbers stand 7 mm under the area, odd at the right, even at the left', () => {
  const { face } = fonts.cut('songti');
  const dash = face.inkBox('—'.codePointAt(0) as number);
  for (const number of [1, 2, 3]) {
    const one = line(new RegExp(`^— ${number} —$`), number - 1);
    near(one.baseline - ((dash.top - dash.bottom) / 2) * mmOf(14), 262 + 7, 'dash');
    if (number % 2 === 1) near(one.right, 184 - mmOf(14), 'right');
    else near(one.left, 28 + mmOf(14), 'left');
  }
});
