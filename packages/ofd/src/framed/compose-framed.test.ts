import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import type { Layout, TextRun } from '../layout/layout.ts';
import { readOfd } from '../read/read-ofd.ts';
import { fonts } from '../test/notice.ts';
import { writeOfd } from '../write/write-ofd.ts';
import { composeFramed } from './compose-framed.ts';
import type { Framed } from './framed.ts';

const licence: Framed = {
  title: '食品经营许可证',
  subtitle: 'Food business licence',
  rows: [
    ['持有人', '陈𬱖'],
    ['经营场所', '测试市青禾区和畅路100号'],
  ],
  signature: { name: '测试市市场监督管理局', date: '2026年9月21日' },
  seal: { diameter: 42 },
  code: {
    rows: Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (__, x) => (x + y) % 2 === 0)),
    caption: '扫码核验',
  },
  foot: ['电子证照标识 1.2.156.3005.2.11100000MB0143028R001.990100.50D19216A28F1A9E9931.001.A'],
};
const runsOf = (layout: Layout): TextRun[] =>
  layout.pages.flatMap((page) => page.items.filter((item): item is TextRun => item.kind === 'text'));
const isSealed = (layout: Layout): boolean => layout.pages.some((page) => page.items.some(({ tag }) => tag === '印章'));

test('everything a framed page says can be read from its file, names outside the BMP included', () => {
  const { bytes, missing } = writeOfd(composeFramed(licence, fonts), fonts);
  const text = (must(readOfd(bytes))[0]?.pages ?? [])
    .flatMap((page) => page.items.map((item) => (item.kind === 'text' ? item.text : '')))
    .join('')
    .replaceAll(/\s/g, '');
  for (const part of ['食品经营许可证', '陈𬱖', '和畅路100号', '测试市市场监督管理局', '50D19216A28F1A9E9931'])
    assert.ok(text.includes(part), part);
  assert.deepEqual(missing, []);
});

test('the more it has to say the smaller it is set, and what one page does not hold goes on to the next', () => {
  const long = (count: number): Framed => ({
    ...licence,
    rows: Array.from({ length: count }, (_, i) => [`第${i}项`, '很长的内容'.repeat(15)] as const),
  });
  const pagesOf = (count: number) => composeFramed(long(count), fonts).pages.length;
  assert.deepEqual([pagesOf(2), pagesOf(5)], [1, 1]);
  assert.ok(pagesOf(40) > 3);
  const runs = runsOf(composeFramed(long(40), fonts));
  assert.equal(
    runs
      .map(({ text }) => text)
      .join('')
      .split('很长的内容').length - 1,
    40 * 15,
  );
  assert.ok(runs.every(({ at, y }) => (at[0] ?? 0) >= 25.9 && (at.at(-1) ?? 0) <= 271.1 && y < 197));
});

test('a page that does not hold says why in a word and bears no seal', () => {
  assert.ok(isSealed(composeFramed(licence, fonts)));
  const voided = composeFramed({ ...licence, voided: '已撤销' }, fonts);
  assert.equal(isSealed(voided), false);
  assert.ok(runsOf(voided).some(({ text }) => text === '已撤销'));
});

test('the longest title stays inside the frame', () => {
  const layout = composeFramed({ ...licence, title: '公众聚集场所投入使用营业前消防安全检查合格证明文件' }, fonts);
  const title = runsOf(layout).filter(({ tag }) => tag === '标题');
  assert.ok(title.every(({ at }) => (at[0] ?? 0) >= 25 && (at.at(-1) ?? 0) <= 272));
});
