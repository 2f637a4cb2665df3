import type { FontSet } from '../fonts/font-set.ts';
import type { Item, Layout, Outline } from '../layout/layout.ts';
import type { Annex, OfficialDocument } from './document.ts';
import { addEnding } from './ending.ts';
import { blank, Flow } from './flow.ts';
import { drawDocumentHead, type Head } from './head.ts';
import { drawPageNumber, makeImprint } from './imprint.ts';
import { sayNumber } from './say.ts';
import { makeSetting, type Setting } from './setting.ts';
import { drawLetterHead, drawMinutesHead, drawOrderHead } from './special-heads.ts';
import { paper } from './standard.ts';
import { addresseeRows, annexListRows, attendanceRows, bodyRows, titleRows } from './text-rows.ts';

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
  flow.addAll(bodyRows(setting, document.body));
  flow.addAll(annexListRows(setting, document));
  flow.addAll(attendanceRows(setting, document));
  const stamps = addEnding(flow, setting, document);
  for (const [i, annex] of document.annexes.entries()) {
    addAnnex(flow, setting, annex, document.annexes.length > 1 ? i + 1 : undefined);
  }
  const imprint = makeImprint(setting, document);
  if (imprint.rows > flow.room) flow.breakPage();

  const pages = flow.draw();
  (pages[0] as Item[]).unshift(...head.items);
  (pages.at(-1) as Item[]).push(...imprint.draw());
  pages.forEach((items, i) => {
    // 10.1: the first page of a letter bears no number.
    if (document.form === 'letter' && i === 0) return;
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

/** 7.3.9 附件: a page of its own, `附件` in 黑体 flush left on row 1, its title centred on row 3. */
function addAnnex(flow: Flow, setting: Setting, annex: Annex, number: number | undefined): void {
  flow.breakPage();
  flow.addAll(
    setting.paragraph(`附件${number ?? ''}`, { font: 'heiti', first: 0, tag: '附件', row: { keepsNext: true } }),
  );
  flow.add(blank);
  flow.addAll(titleRows(setting, [annex.title], '附件标题'));
  flow.add(blank);
  flow.addAll(bodyRows(setting, annex.body));
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
