// Documents that press against the edges of the layout: seals over 版记, long names, tables, the even page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { type Layout, mmOf, type TextRun } from '../layout/layout.ts';
import { example, fonts } from '../test/notice.ts';
import { composeDocument } from './compose.ts';
import type { OfficialDocument } from './document.ts';
import { readMarkdown } from './markdown.ts';
import { shareWidth } from './table.ts';
import { breakTitle } from './title.ts';

const compose = (name: string, change: Partial<OfficialDocument> = {}): Layout =>
  composeDocument({ ...example(name), annexes: [], title: ['关于测试的通知'], ...change }, fonts);
const paragraphs = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'paragraph' as const, text: '正文。' }));
const runsOf = (layout: Layout, page: number, tag?: string): TextRun[] =>
  (layout.pages[page]?.items ?? []).filter(
    (item): item is TextRun => item.kind === 'text' && (tag === undefined || item.tag === tag),
  );
const textOf = (layout: Layout, page: number, tag: string): string =>
  runsOf(layout, page, tag)
    .map((run) => run.text)
    .join('');
const rightOf = (run: TextRun): number => (run.at.at(-1) ?? 0) + mmOf(run.size);

test('no seal lies on 版记 or on the note, wherever the text ends', () => {
  for (const issuers of [['测试市人民政府'], ['测试市财政局', '测试市数据局', '测试市公安局']])
    for (let count = 1; count <= 24; count++) {
      const layout = compose('notice', { issuers, body: paragraphs(count), note: '联系人：张三；电话：0000-1234567' });
      for (const { page, x, y, width, height } of layout.stamps ?? []) {
        const hidden = [...runsOf(layout, page, '附注'), ...runsOf(layout, page, '抄送机关')].filter(
          (run) => run.y > y && run.y - mmOf(run.size) < y + height && (run.at[0] ?? 0) < x + width && rightOf(run) > x,
        );
        assert.deepEqual(hidden, [], `${issuers.length} organs, ${count} paragraphs`);
      }
    }
});

test('a name longer than the date allows stays in the area, with and without a seal', () => {
  const issuers = ['测试市国有资产监督管理委员会政务数据共享协调领导小组办公室'];
  for (const seal of [{ kind: 'seal', diameter: 42 }, { kind: 'none' }] as const) {
    const layout = compose('notice', { issuers, seal, body: paragraphs(2) });
    const named = runsOf(layout, 0, '发文机关署名');
    assert.ok(named.length > 0);
    for (const run of [...named, ...runsOf(layout, 0, '成文日期')])
      assert.ok((run.at[0] ?? 0) >= 27.5 && rightOf(run) <= 184.5, `${run.text} to ${rightOf(run)}`);
  }
});

test('seals of one document stand in columns', () => {
  const issuers = ['测试市发展和改革委员会', '测试市财政局', '测试市数据局', '测试市公安局', '测试市司法局'];
  const stamps = compose('notice', { issuers, body: paragraphs(2) }).stamps ?? [];
  assert.deepEqual(
    stamps.map(({ x }) => stamps.findIndex((other) => Math.abs(other.x - x) < 0.01)),
    [0, 1, 0, 1, 1],
  );
});

test('a dozen organs with long names leave the first page its text and every seal on a page, in order, none touching', () => {
  const issuers = Array.from(
    { length: 12 },
    (_, i) => `测试市${'经济和信息化发展改革协调'.slice(0, 9 + (i % 3))}委员会`,
  );
  for (const count of [4, 9, 30]) {
    const layout = compose('notice', { issuers, body: paragraphs(count) });
    assert.ok(
      runsOf(layout, 0).some((run) => run.text.includes('正文')),
      `${count}: text on the first page`,
    );
    const stamps = layout.stamps ?? [];
    assert.deepEqual(
      stamps.map(({ issuer }) => issuer),
      issuers.map((_, i) => i),
    );
    for (const [i, { page, x, y, width, height }] of stamps.entries()) {
      assert.ok(x >= 28 && x + width <= 184.5 && y >= 30 && y + height <= 275, `${count}: seal ${i} at ${x}, ${y}`);
      for (const other of stamps.slice(0, i))
        assert.ok(other.page !== page || other.x + width <= x || x + width <= other.x || other.y + height <= y);
      assert.ok(textOf(layout, page, '发文机关署名').includes(issuers[i] as string), `${count}: name ${i}`);
    }
    assert.equal(textOf(layout, layout.stamps?.at(-1)?.page ?? 0, '成文日期').length > 0, true);
  }
});

const rows = Array.from(
  { length: 60 },
  (_, i) => `| ${i + 1} | 事项${i % 9 === 0 ? '的名称很长'.repeat(6) : ''} | 局 |`,
);
const source = (table: readonly string[]): string =>
  `---\n发文机关: 测试市人民政府\n成文日期: 2026-11-23\n---\n# 通知\n\n见附件。\n\n# 附件：清单\n\n## 第一批\n\n${table.join('\n')}\n\n完。\n`;

test('a long table goes on over pages, each begins with its head, no row is torn and nothing leaves the area', () => {
  const table = ['| 序号 | 事项 | 部门 |', '|:-:|:--|--:|', ...rows];
  const layout = composeDocument(must(readMarkdown(source(table))), fonts);
  assert.ok(layout.pages.length >= 4);
  const numbers: string[] = [];
  layout.pages.forEach((_, page) => {
    const cells = runsOf(layout, page, '表格');
    if (cells.length === 0) return;
    assert.equal(textOf(layout, page, '表头'), '序号事项部门');
    numbers.push(...cells.filter((run) => /^\d+$/.test(run.text)).map((run) => run.text));
    for (const run of cells) assert.ok((run.at[0] ?? 0) >= 28 && rightOf(run) <= 184 && run.y < 262, run.text);
  });
  assert.deepEqual(
    numbers,
    rows.map((_, i) => String(i + 1)),
  );
});

test('a table with ragged rows or without the line under its head is refused', () => {
  for (const table of [
    ['| 甲 | 乙 |', '|--|--|', '| 1 |'],
    ['| 甲 | 乙 |', '| 1 | 2 |'],
  ]) {
    const read = readMarkdown(source(table));
    assert.equal(!read.ok && read.refusal.field, '表格');
  }
});

test('columns take what they need, and the widest share what is left', () => {
  assert.deepEqual(shareWidth([10, 20], 60, 5), [20, 40]);
  assert.deepEqual(shareWidth([10, 200, 90], 100, 5), [10, 45, 45]);
});

test('版记 asked for on an even page stands there, and a blank page before it bears no number, nor does its own', () => {
  const full = (count: number) =>
    compose('notice', { seal: { kind: 'none' }, body: paragraphs(count), imprintOnEvenPage: true });
  let blanks = 0;
  for (let count = 1; count <= 60; count++) {
    const layout = full(count);
    assert.equal(layout.pages.length % 2, 0, `${count} paragraphs`);
    const last = layout.pages.length - 1;
    assert.match(textOf(layout, last, '印发机关和印发日期'), /印发$/);
    const isBlank = layout.pages[last - 1]?.items.length === 0;
    if (isBlank) blanks++;
    assert.equal(textOf(layout, last, '页码') === '', isBlank, `${count} paragraphs`);
  }
  assert.ok(blanks > 0);
});

test('a title too long for any shape is broken by words, whole and within the line', () => {
  const title = `关于印发《测试市${'政务数据共享开放利用，'.repeat(14)}实施办法》的通知`;
  const lines = breakTitle(title, 20);
  assert.equal(lines.join(''), title);
  for (const line of lines) assert.ok([...line].length <= 20 && !/^[，》的]/.test(line), line);
});
