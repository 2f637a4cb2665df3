import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import type { Layout, TextRun } from '../layout/layout.ts';
import { example, exampleText, fonts } from '../test/notice.ts';
import { composeDocument } from './compose.ts';
import type { OfficialDocument } from './document.ts';
import { readMarkdown } from './markdown.ts';

const compose = (name: string, change: Partial<OfficialDocument> = {}): Layout =>
  composeDocument({ ...example(name), ...change }, fonts);
const runs = (layout: Layout, page: number): TextRun[] =>
  (layout.pages[page]?.items ?? []).filter((item): item is TextRun => item.kind === 'text');
const tagged = (layout: Layout, page: number, tag: string): string =>
  runs(layout, page)
    .filter((run) => run.tag === tag)
    .map((run) => run.text)
    .join('');
const paragraphs = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'paragraph' as const, text: '正文。' }));

test('wherever the text ends, the seal stands on a page with text, inside the area', () => {
  for (let count = 1; count <= 50; count++) {
    const layout = compose('notice', { body: paragraphs(count), annexes: [], title: ['关于测试的通知'] });
    const [stamp] = layout.stamps ?? [];
    assert.ok(stamp);
    const text = runs(layout, stamp.page).filter((run) => run.tag === '正文');
    assert.ok(text.length > 0, `${count} paragraphs: no text beside the seal`);
    const gap = stamp.y - Math.max(...text.map((run) => run.y));
    assert.ok(gap > -0.5 && gap < 14, `${count} paragraphs: ${gap} mm from the text`);
    assert.ok(stamp.y + stamp.height <= 262.5, `${count} paragraphs: the seal leaves the area`);
  }
});

test('no heading is the last line of a page', () => {
  for (let count = 1; count <= 30; count++) {
    const body = [
      ...paragraphs(count),
      { kind: 'heading' as const, level: 1 as const, text: '标题' },
      ...paragraphs(3),
    ];
    const layout = compose('notice', { body, annexes: [], title: ['通知'] });
    layout.pages.forEach((_, page) => {
      const rows = runs(layout, page).filter((run) => run.tag === '正文' || run.tag === '1级标题');
      assert.notEqual(rows.at(-1)?.tag, '1级标题', `${count} paragraphs`);
    });
  }
});

test('seals of several organs touch neither each other nor the edge of the area', () => {
  for (let count = 2; count <= 7; count++) {
    const issuers = Array.from({ length: count }, (_, i) => `示例市第${i}局`);
    const stamps = compose('notice', { issuers, annexes: [], body: paragraphs(3) }).stamps ?? [];
    assert.equal(stamps.length, count);
    for (const [i, one] of stamps.entries()) {
      assert.equal(one.issuer, i);
      assert.ok(one.x >= 27 && one.x + one.width <= 185);
      for (const other of stamps.slice(i + 1)) {
        const apart = Math.hypot(one.x - other.x, one.y - other.y);
        assert.ok(one.page !== other.page || apart > one.width, `${count} seals: ${apart} mm between ${i} and another`);
      }
    }
  }
});

test('a letter bears no number on page 1, its mark 30 mm under the page’s edge, its lines 170 mm wide', () => {
  const layout = compose('letter');
  assert.equal(tagged(layout, 0, '页码'), '');
  const bars = (layout.pages[0]?.items ?? []).filter((item) => item.kind === 'path' && /分隔线/.test(item.tag ?? ''));
  assert.equal(bars.length, 4);
  for (const bar of bars) {
    const xs =
      bar.kind === 'path' ? bar.steps.flatMap((step) => (step.op === 'L' || step.op === 'M' ? [step.x] : [])) : [];
    assert.deepEqual([Math.min(...xs), Math.max(...xs)], [20, 190]);
  }
});

test('an order shows its number as 第×号 and who signed; minutes name who was present and bear no seal', () => {
  assert.equal(tagged(compose('order'), 0, '令号'), '第15号');
  assert.match(tagged(compose('order'), 0, '签名章'), /李四/);
  const minutes = compose('minutes');
  assert.deepEqual(minutes.stamps, []);
  assert.match(tagged(minutes, 0, '出席'), /^出席：李四/);
});

test('an upward document names who signed it off, number at the left in the row of the last of them', () => {
  const layout = compose('request');
  const number = runs(layout, 0).find((run) => run.tag === '发文字号');
  const signers = runs(layout, 0).filter((run) => run.tag === '签发人');
  assert.ok(Math.abs((number?.at[0] ?? 0) - 28 - 156 / 28) < 0.5);
  assert.ok(Math.abs((signers.at(-1)?.y ?? 0) - (number?.y ?? 1)) < 0.01);
});

test('Markdown that lacks what the standard needs is refused with the field’s name', () => {
  const without = (field: string): string => exampleText('notice').replace(new RegExp(`^${field}:.*\n`, 'm'), '');
  for (const field of ['发文机关', '成文日期']) {
    const read = readMarkdown(without(field));
    assert.equal(!read.ok && read.refusal.field, field);
  }
  const bad = readMarkdown(exampleText('notice').replace('〔2026〕12', '[2026]第12'));
  assert.equal(!bad.ok && bad.refusal.field, '发文字号');
});

test('headings are numbered by level, and numbers the drafter wrote are kept', () => {
  const { body } = must(
    readMarkdown(
      '---\n发文机关: 甲\n成文日期: 2026-1-5\n---\n# 通知\n## 一、甲\n### 乙\n'.replace('2026-1-5', '2026年1月5日'),
    ),
  );
  const layout = compose('notice', { body, annexes: [] });
  assert.equal(tagged(layout, 0, '1级标题'), '一、甲');
  assert.equal(tagged(layout, 0, '2级标题'), '（一）乙');
});
