import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import type { Layout } from '../layout/layout.ts';
import { rasterize } from '../layout/raster.ts';
import { circle, horizontalBar } from '../layout/shapes.ts';
import { composeDocument } from '../official/compose.ts';
import { type OfdDocument, readOfd } from '../read/read-ofd.ts';
import { example, fonts } from '../test/notice.ts';
import { writeOfd } from './write-ofd.ts';

const read = (layout: Layout): OfdDocument => must(readOfd(writeOfd(layout, fonts).bytes))[0] as OfdDocument;

test('every character is read back at the place where it was put', () => {
  const layout = composeDocument(example('notice'), fonts);
  const document = read(layout);
  layout.pages.forEach((page, p) => {
    const put = page.items.flatMap((item) =>
      item.kind === 'text' ? [...item.text].map((char, i) => ({ char, x: item.at[i] as number, y: item.y })) : [],
    );
    const found = document.pages[p]?.items.flatMap((item) =>
      item.kind === 'text'
        ? [...item.text].map((char, i) => ({ char, x: item.at[i]?.[0] ?? 0, y: item.at[i]?.[1] ?? 0 }))
        : [],
    );
    assert.equal(found?.length, put.length);
    put.forEach((one, i) => {
      const other = found?.[i];
      assert.equal(other?.char, one.char);
      // Distances are written to the micrometre; over a line of 28 they may add up to some.
      assert.ok(
        Math.hypot((other?.x ?? 0) - one.x, (other?.y ?? 0) - one.y) < 0.03,
        `${one.char} ${one.x} ${other?.x}`,
      );
    });
  });
});

test('pictures, paths, outlines, attachments, tags and metadata survive writing and reading', () => {
  const dot = rasterize([{ kind: 'path', steps: circle(5, 5, 4), fill: [230, 0, 18] }], 10, 10, 4);
  const document = read({
    meta: { title: '甲<乙>&"丙"', author: '某局', createdOn: '2026-11-23', custom: { 受理编号: '990100-1' } },
    pages: [
      {
        width: 210,
        height: 297,
        items: [
          { kind: 'image', image: 'dot', x: 20, y: 30, width: 10, height: 10, tag: '印章' },
          horizontalBar(28, 100, 156, 0.35, [230, 0, 18], '分隔线'),
        ],
      },
    ],
    images: { dot: { format: 'png', bytes: dot } },
    outlines: [{ title: '一', page: 0, children: [{ title: '（一）', page: 0 }] }],
    attachments: [{ name: '../附件 一.txt', bytes: new TextEncoder().encode('内容') }],
  });
  assert.equal(document.meta.title, '甲<乙>&"丙"');
  assert.equal(document.meta.custom.get('受理编号'), '990100-1');
  const [image, bar] = document.pages[0]?.items ?? [];
  assert.deepEqual(image?.kind === 'image' && image.box, { x: 20, y: 30, width: 10, height: 10 });
  assert.ok(bar?.kind === 'path' && Math.abs(bar.box.y - 99.825) < 0.001 && Math.abs(bar.box.width - 156) < 0.001);
  assert.deepEqual(bar.fill, [230, 0, 18]);
  assert.equal(document.outlines[0]?.children[0]?.title, '（一）');
  assert.equal(document.attachments[0]?.name, '../附件 一.txt');
  assert.equal(new TextDecoder().decode(document.attachments[0]?.bytes), '内容');
  assert.deepEqual([...document.tags.values()], ['印章', '分隔线']);
});

test('equal layouts give equal bytes', () => {
  const make = () => writeOfd(composeDocument(example('minutes'), fonts), fonts).bytes;
  assert.deepEqual(Buffer.from(make()).toString('base64'), Buffer.from(make()).toString('base64'));
});

test('the file says which fonts stand in for the official ones', () => {
  const said = read(composeDocument(example('notice'), fonts)).meta.custom.get('字体替代');
  assert.match(said ?? '', /仿宋→NotoSerifSC-Light/);
  assert.match(said ?? '', /小标宋→NotoSerifSC-Bold/);
});
