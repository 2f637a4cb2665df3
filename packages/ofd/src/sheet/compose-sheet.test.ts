import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import type { TextRun } from '../layout/layout.ts';
import { readOfd } from '../read/read-ofd.ts';
import { fonts } from '../test/notice.ts';
import { writeOfd } from '../write/write-ofd.ts';
import { composeSheet } from './compose-sheet.ts';
import type { Sheet } from './sheet.ts';

const slip: Sheet = {
  organ: '示例市行政审批服务局',
  title: '受理通知书',
  number: '990100-20261123-000017',
  blocks: [
    { kind: 'paragraph', text: '你的申请已经受理。' },
    {
      kind: 'table',
      rows: [
        ['事项', '食品经营许可'],
        ['材料', '材料名称'.repeat(60)],
      ],
    },
  ],
  signature: { name: '示例市行政审批服务局', date: '2026年11月23日' },
  seal: { diameter: 40 },
  code: {
    rows: [
      [true, false],
      [false, true],
    ],
    caption: '扫码核验',
  },
};
const textOf = (sheet: Sheet): string =>
  (must(readOfd(writeOfd(composeSheet(sheet, fonts), fonts).bytes))[0]?.pages ?? [])
    .flatMap((page) => page.items.map((item) => (item.kind === 'text' ? item.text : '')))
    .join('');

test('everything put on a sheet is on the page', () => {
  const text = textOf(slip).replaceAll(/\s/g, '');
  for (const part of ['受理通知书', '990100-20261123-000017', '食品经营许可', '扫码核验', '2026年11月23日'])
    assert.ok(text.includes(part), part);
  assert.equal(text.split('材料名称').length - 1, 60);
});

test('text stays between the margins, on as many pages as it takes', () => {
  const rows = Array.from({ length: 80 }, (_, i) => [`第${i}项`, '内容'.repeat(30)] as const);
  const layout = composeSheet({ ...slip, blocks: [{ kind: 'table', rows }] }, fonts);
  assert.ok(layout.pages.length > 3);
  for (const page of layout.pages) {
    const runs = page.items.filter((item): item is TextRun => item.kind === 'text');
    assert.ok(runs.every((run) => run.y < 297 - 10 && (run.at[0] ?? 0) >= 27 && (run.at.at(-1) ?? 0) <= 184));
  }
});

test('signature and seal stay together, and the seal is centred over both', () => {
  const layout = composeSheet(slip, fonts);
  const [stamp] = layout.stamps ?? [];
  assert.ok(stamp);
  const names = (layout.pages[stamp.page]?.items ?? []).filter(
    (item) => item.kind === 'text' && item.tag === '署名',
  ) as TextRun[];
  const left = names[0]?.at[0] ?? 0;
  const right = (names.at(-1)?.at.at(-1) ?? 0) + 4.94;
  assert.ok(Math.abs((left + right) / 2 - (stamp.x + 20)) < 0.6);
  assert.ok((names[0]?.y ?? 0) > stamp.y && (names[0]?.y ?? 0) < stamp.y + 40);
});

test('a word longer than a line is cut and stays on the page', () => {
  const text = `见 https://example.gov.cn/${'a'.repeat(300)}`;
  const rows = [['网址', text]] as const;
  const layout = composeSheet(
    {
      ...slip,
      blocks: [
        { kind: 'paragraph', text },
        { kind: 'table', rows },
      ],
    },
    fonts,
  );
  const runs = layout.pages.flatMap((page) => page.items.filter((item): item is TextRun => item.kind === 'text'));
  assert.ok(runs.every((run) => (run.at.at(-1) ?? 0) <= 184));
});

test('a signature never stands on a page without the notes before it', () => {
  const note = { kind: 'note', text: '咨询电话 12345。' } as const;
  for (let lines = 15; lines < 30; lines++) {
    const text = Array.from({ length: lines }, (_, i) => `第${i}行`).join('\n');
    const layout = composeSheet({ ...slip, blocks: [{ kind: 'paragraph', text }, note] }, fonts);
    const last = layout.pages.at(-1)?.items.filter((item): item is TextRun => item.kind === 'text') ?? [];
    assert.ok(
      last
        .map((run) => run.text)
        .join('')
        .includes('咨询电话'),
      `${lines} lines`,
    );
  }
});
