import type { FontSet } from '../fonts/font-set.ts';
import { type Item, type Layout, type Mm, mmOf, type Outline, type Stamp } from '../layout/layout.ts';
import type { Annex, OfficialDocument } from './document.ts';
import { addEnding } from './ending.ts';
import { blank, Flow } from './flow.ts';
import { drawDocumentHead, type Head } from './head.ts';
import { drawPageNumber, makeImprint } from './imprint.ts';
import { sayNumber } from './say.ts';
import { makeSetting, type Setting } from './setting.ts';
import { drawLetterHead, drawMinutesHead, drawOrderHead } from './special-heads.ts';
import { paper } from './standard.ts';
import { addBody, addresseeRows, annexListRows, attendanceRows, titleRows } from './text-rows.ts';

const heads: Record<OfficialDocument['form'], (setting: Setting, document: OfficialDocument) => Head> = {
  document: drawDocumentHead,
  letter: drawLetterHead,
  order: drawOrderHead,
  minutes: drawMinutesHead,
};

/** Lays an official document out by GB/T 9704-2012. The result is written by `writeOfd` or `writePdf`. */
export function composeDocument(document: OfficialDocument, fonts: FontSet): Layout {
  const setting = makeSetting(fonts);
  const head = heads[document.form](setting, document);
  const flow = new Flow(head.textTop);
  flow.addAll(titleRows(setting, document.title));
  if (document.title.length > 0) flow.add(blank);
  flow.addAll(addresseeRows(setting, document.addressees));
  addBody(flow, setting, document.body);
  flow.addAll(annexListRows(setting, document));
  flow.addAll(attendanceRows(setting, document));
  const stamps = addEnding(flow, setting, document);
  for (const [i, annex] of document.annexes.entries()) {
    addAnnex(flow, setting, annex, document.annexes.length > 1 ? i + 1 : undefined);
  }
  const imprint = makeImprint(setting, document);
  const onLast = stamps.filter(({ page }) => page === flow.pages.length - 1);
  if (imprint.rows > flow.room || imprint.draw().some((item) => onLast.some((stamp) => isUnder(stamp, item))))
    flow.breakPage();
  const unnumberedFrom = breakForEvenPage(flow, imprint.rows > 0 && document.imprintOnEvenPage === true);

  const pages = flow.draw();
  (pages[0] as Item[]).unshift(...head.items);
  (pages.at(-1) as Item[]).push(...imprint.draw());
  pages.forEach((items, i) => {
    // 10.1: the first page of a letter bears no number.
    if ((document.form === 'letter' && i === 0) || i >= unnumberedFrom) return;
    items.push(...drawPageNumber(setting, i + 1));
  });
  return {
    meta: {
      title: document.title.join('') || document.mark || document.issuers.join(''),
      author: document.issuers.join('、'),
      createdOn: document.date,
      custom: {
        公文格式: 'GB/T 9704-2012',
        ...(document.kind ? { 文种: document.kind } : {}),
        ...(document.number ? { 发文字号: sayNumber(document.number) } : {}),
      },
    },
    pages: pages.map((items) => ({ width: paper.width, height: paper.height, items })),
    outlines: listOutlines(flow),
    stamps,
    ...(document.enclosures?.length ? { attachments: document.enclosures } : {}),
  };
}

/** Whether a seal would lie on something of 版记. */
function isUnder(stamp: Stamp, item: Item): boolean {
  const [xs, ys] =
    item.kind === 'text'
      ? [
          [item.at[0] ?? 0, (item.at.at(-1) ?? 0) + mmOf(item.size)],
          [item.y - mmOf(item.size), item.y],
        ]
      : item.kind === 'path'
        ? [
            item.steps.flatMap((step) => ('x' in step ? [step.x] : [])),
            item.steps.flatMap((step) => ('y' in step ? [step.y] : [])),
          ]
        : [
            [item.x, item.x + item.width],
            [item.y, item.y + item.height],
          ];
  const reaches = (from: Mm, length: Mm, along: readonly Mm[]): boolean =>
    Math.min(...along) < from + length && Math.max(...along) > from;
  return reaches(stamp.x, stamp.width, xs) && reaches(stamp.y, stamp.height, ys);
}

/**
 * Brings the last page, which is to hold 版记, to an even number where asked for. Where a blank page comes before, that
 * page and the one of 版记 bear no number (7.5); gives the first page without one.
 */
function breakForEvenPage(flow: Flow, isAsked: boolean): number {
  if (!isAsked || flow.pages.length % 2 === 0) return Number.POSITIVE_INFINITY;
  const isBlankBefore = flow.last.rows.length === 0;
  flow.breakPage();
  return isBlankBefore ? flow.pages.length - 2 : Number.POSITIVE_INFINITY;
}

/** 7.3.9 附件: a page of its own, `附件` in 黑体 flush left on row 1, its title centred on row 3. */
function addAnnex(flow: Flow, setting: Setting, annex: Annex, number: number | undefined): void {
  flow.breakPage();
  flow.addAll(
    setting.paragraph(`附件${number ?? ''}`, { font: 'heiti', first: 0, tag: '附件', row: { keepsNext: true } }),
  );
  flow.add(blank);
  flow.addAll(titleRows(setting, [annex.title], '附件标题'));
  flow.add(blank);
  addBody(flow, setting, annex.body);
}

function listOutlines(flow: Flow): Outline[] {
  type Growing = { title: string; page: number; y: number; level: number; children: Growing[] };
  const roots: Growing[] = [];
  const open: Growing[] = [];
  flow.pages.forEach((page, p) => {
    page.rows.forEach((row, r) => {
      if (!row.heading) return;
      const entry: Growing = { ...row.heading, page: p, y: flow.topOf(p, r), children: [] };
      while (open.length > 0 && (open.at(-1) as Growing).level >= entry.level) open.pop();
      (open.at(-1)?.children ?? roots).push(entry);
      open.push(entry);
    });
  });
  return roots;
}
