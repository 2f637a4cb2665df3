import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import type { Item, Layout } from '../layout/layout.ts';
import { composeDocument } from '../official/compose.ts';
import { writePdf } from '../pdf/write-pdf.ts';
import { drawStamps } from '../seal/draw-stamps.ts';
import { example, fonts, sealedNotice } from '../test/notice.ts';
import { writeOfd } from '../write/write-ofd.ts';
import { writeZip } from '../zip/write-zip.ts';
import { checkDocument } from './check-document.ts';

const breachesOf = async (bytes: Uint8Array): Promise<string[]> =>
  must(await checkDocument(bytes))
    .findings.filter((one) => one.severity === 'breach')
    .map((one) => one.clause);

/** The example with its items changed. */
const faulty = (change: (item: Item) => Item | undefined): Uint8Array => {
  const layout = composeDocument(example('notice'), fonts);
  const pages = layout.pages.map((page) => ({ ...page, items: page.items.flatMap((item) => change(item) ?? []) }));
  return writeOfd({ ...layout, pages } as Layout, fonts).bytes;
};
/** The example with words of one line replaced; the line becomes one run. */
const withText = (from: string, to: string): Uint8Array => {
  const layout = composeDocument(example('notice'), fonts);
  const pages = layout.pages.map((page) => {
    const lines = Map.groupBy(page.items, (item) => (item.kind === 'text' ? `${item.tag} ${item.y}` : item));
    const items = [...lines.values()].flatMap((line): Item[] => {
      const text = line.map((item) => (item.kind === 'text' ? item.text : '')).join('');
      const first = line[0] as Item;
      if (first.kind !== 'text' || !text.includes(from)) return line;
      const { scaleX: _squeeze, ...run } = first;
      const changed = text.replace(from, to);
      return [{ ...run, text: changed, at: [...changed].map((_, i) => (run.at[0] as number) + i * 5.571) }];
    });
    return { ...page, items };
  });
  return writeOfd({ ...layout, pages }, fonts).bytes;
};
const tagged = (tag: string, change: (item: Item) => Item): Uint8Array =>
  faulty((item) => (item.tag === tag ? change(item) : item));

test('our own documents keep the standard, as OFD and as PDF', async () => {
  assert.deepEqual(await breachesOf(sealedNotice().bytes), []);
  for (const name of ['notice', 'letter', 'order', 'minutes', 'request']) {
    const document = example(name);
    const layout = composeDocument(document, fonts);
    assert.deepEqual(await breachesOf(writeOfd(layout, fonts).bytes), [], name);
    assert.deepEqual(
      await breachesOf((await writePdf(drawStamps(layout, document.issuers, fonts), fonts)).bytes),
      [],
      name,
    );
  }
});

const seeded: [what: string, clause: string, bytes: () => Uint8Array][] = [
  ['square brackets around the year', '7.2.5', () => withText('〔2026〕', '[2026]')],
  ['round brackets around the year', '7.2.5', () => withText('〔2026〕', '（2026）')],
  ['第 before the sequence', '7.2.5', () => withText('〔2026〕12', '〔2026〕第12')],
  ['a leading zero in the sequence', '7.2.5', () => withText('〔2026〕12', '〔2026〕012')],
  ['a leading zero in the date', '7.3.5', () => withText('2026年11月23日', '2026年11月03日')],
  ['a date in Chinese digits', '7.3.5', () => withText('2026年11月23日', '二〇二六年十一月二十三日')],
  ['a full point after a level 1 number', '7.3.3', () => withText('一、总体要求', '一.总体要求')],
  ['half-width brackets at level 2', '7.3.3', () => withText('（一）推进', '(一)推进')],
  ['a full stop after the annex’s name', '7.3.4', () => withText('清单（第一批）', '清单。')],
  ['此页无正文', '7.3.5.4', () => withText('（此件公开发布）', '（此页无正文）')],
  [
    'the mark 10 mm too low',
    '7.2.4',
    () => tagged('发文机关标志', (item) => ({ ...item, y: (item as { y: number }).y + 10 }) as Item),
  ],
  ['a black mark', '7.2.4', () => tagged('发文机关标志', (item) => ({ ...item, color: [0, 0, 0] }) as Item)],
  ['body in 四号', '5.2.3', () => tagged('正文', (item) => ({ ...item, size: 14 }) as Item)],
  ['level 1 in 仿宋', '7.3.3', () => tagged('1级标题', (item) => ({ ...item, font: 'fangsong' }) as Item)],
  [
    'page numbers 3 mm too low',
    '7.5',
    () => tagged('页码', (item) => ({ ...item, y: (item as { y: number }).y + 3 }) as Item),
  ],
  [
    'addressees indented',
    '7.3.2',
    () =>
      tagged('主送机关', (item) => ({ ...item, at: (item.kind === 'text' ? item.at : []).map((x) => x + 11) }) as Item),
  ],
];

for (const [what, clause, bytes] of seeded) {
  test(`the checker finds ${what}`, async () => {
    assert.ok((await breachesOf(bytes())).includes(clause), `no breach of ${clause}`);
  });
}

test('a .docx is checked by its margins, faces and words, and the checker says what it cannot see', async () => {
  const p = (text: string, font: string, half: number): string =>
    `<w:p><w:r><w:rPr><w:rFonts w:eastAsia="${font}"/><w:sz w:val="${half}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const body =
    p('测府[2026]第12号', '仿宋_GB2312', 32) +
    p('关于测试的通知', '方正小标宋简体', 44) +
    p('一、总体要求', '仿宋_GB2312', 32) +
    p('测'.repeat(60), '宋体', 24) +
    p('二〇二六年一月五日', '仿宋_GB2312', 32);
  const xml = `<w:document xmlns:w="w"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:left="1800" w:right="1800" w:bottom="1440"/></w:sectPr></w:body></w:document>`;
  const bytes = writeZip(new Map([['word/document.xml', new TextEncoder().encode(xml)]]));
  const checked = must(await checkDocument(bytes));
  const clauses = checked.findings.map((one) => one.clause);
  assert.equal(checked.source, 'docx');
  for (const clause of ['5.2.2', '5.2.3', '7.2.5', '7.3.5']) assert.ok(clauses.includes(clause), clause);
  assert.ok(checked.notChecked.some((one) => one.clause === '7.5'));
});

test('a .docx that names faces and sizes in its styles alone is judged by them', async () => {
  const styles = (title: string, body: number): string =>
    `<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="${body}"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:spacing w:line="${body === 32 ? 579 : 360}" w:lineRule="exact"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="t"><w:basedOn w:val="t0"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="t0"><w:basedOn w:val="t"/><w:rPr><w:rFonts w:eastAsia="${title}"/></w:rPr></w:style></w:styles>`;
  const p = (text: string, properties = ''): string =>
    `<w:p><w:pPr>${properties}</w:pPr><w:ins><w:r><w:t>${text}</w:t></w:r></w:ins></w:p>`;
  const text = (title: string): string =>
    `<w:document xmlns:w="w"><w:body>${title}${p('各县（市、区）人民政府：')}${p('测'.repeat(60))}${p('2026年1月5日')}</w:body></w:document>`;
  const clausesOf = async (document: string, style: string): Promise<string[]> => {
    const files = { 'word/document.xml': document, 'word/styles.xml': style };
    return breachesOf(writeZip(new Map(Object.entries(files).map(([name, xml]) => [name, Buffer.from(xml)]))));
  };
  const centred = text(p('关于测试的通知', '<w:pStyle w:val="t"/><w:jc w:val="center"/>'));
  assert.deepEqual(await clausesOf(centred, styles('方正小标宋简体', 32)), []);
  assert.deepEqual(await clausesOf(centred, styles('宋体', 32)), ['7.3.1']);
  assert.deepEqual(await clausesOf(centred, styles('方正小标宋简体', 28)), ['5.2.3', '5.2.4']);
  assert.deepEqual(await clausesOf(text(p('关于测试的请示')), styles('方正小标宋简体', 32)), [
    '7.3.1',
    '7.3.1',
    '7.3.1',
    '条例 第九条',
  ]);
});

test('what is neither OFD nor PDF nor docx is refused', async () => {
  const checked = await checkDocument(new TextEncoder().encode('hello'));
  assert.equal(!checked.ok && checked.refusal.kind, 'format-unknown');
});
