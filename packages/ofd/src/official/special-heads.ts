import { type Item, type Mm, mmOf, red } from '../layout/layout.ts';
import { horizontalBar } from '../layout/shapes.ts';
import { cellsOf } from './cells.ts';
import type { OfficialDocument } from './document.ts';
import { drawCorner, drawMark, type Head, markTextOf } from './head.ts';
import { sayNumber } from './say.ts';
import type { Setting } from './setting.ts';
import { area, bodyEm, grid, letterForm, markTop, orderMarkTop, paper, redLineGap, size } from './standard.ts';

/** 武文线 and 文武线: a thick and a thin line one above the other, 170 mm, centred on the page. */
function doubleLine(y: Mm, isThickAbove: boolean, tag: string): Item[] {
  const { thick, thin, space, lineWidth } = letterForm;
  const left = (paper.width - lineWidth) / 2;
  const [above, below] = isThickAbove ? [thick, thin] : [thin, thick];
  return [
    horizontalBar(left, y + above / 2, lineWidth, above, red, tag),
    horizontalBar(left, y + above + space + below / 2, lineWidth, below, red, tag),
  ];
}

const doubleHeight = letterForm.thick + letterForm.space + letterForm.thin;

/** 10.1 信函格式. */
export function drawLetterHead(setting: Setting, document: OfficialDocument): Head {
  // As in 文件格式, this size brings the text under the head onto the grid.
  const mark = drawMark(setting, markTextOf(document), 33, letterForm.markTop, area.left, area.width);
  const lineTop = mark.bottom + letterForm.lineGap;
  const lineBottom = lineTop + doubleHeight;
  const items: Item[] = [...mark.runs, ...doubleLine(lineTop, true, '版头中的分隔线')];
  items.push(...doubleLine(paper.height - letterForm.bottom - doubleHeight, false, '首页底部分隔线'));
  // 7/8 of a character between the line and what stands under it.
  const rowTop = lineBottom + (bodyEm * 7) / 8 - (grid.rowPitch - bodyEm) / 2;
  const corner = drawCorner(setting, document, rowTop);
  items.push(...corner);
  if (document.number) {
    const tokens = setting.cut(sayNumber(document.number));
    items.push(...setting.line({ tokens, indent: grid.columns - cellsOf(tokens) }, rowTop, { tag: '发文字号' }));
  }
  const rows = [document.copyNumber, document.secrecy, document.urgency].filter((part) => part !== undefined).length;
  const lastBottom = rowTop + Math.max(1, rows) * grid.rowPitch - (grid.rowPitch - bodyEm) / 2;
  return { items, textTop: lastBottom + 2 * grid.rowPitch };
}

/** 10.2 命令（令）格式: 令号 two blank rows under the mark, the text two under it; no line. */
export function drawOrderHead(setting: Setting, document: OfficialDocument): Head {
  const text =
    document.mark ??
    `${document.issuers.join('')}${document.kind === '命令' && document.issuers.length > 0 ? '命令' : '令'}`;
  const mark = drawMark(setting, text, 42, orderMarkTop, area.left, area.width);
  const items: Item[] = [...drawCorner(setting, document, area.top), ...mark.runs];
  if (!document.number) return { items, textTop: mark.bottom + 2 * grid.rowPitch };
  const top = mark.bottom + 2 * grid.rowPitch;
  const y = setting.baseline(top, size.三号, 'fangsong');
  items.push(...setting.centred(`第${document.number.sequence}号`, 'fangsong', size.三号, y, { tag: '令号' }));
  return { items, textTop: top + 3 * grid.rowPitch };
}

/** 10.3 纪要格式: the mark `××××纪要` alone 35 mm under the area's edge; number and line as in 文件格式 where there are. */
export function drawMinutesHead(setting: Setting, document: OfficialDocument): Head {
  const text = document.mark ?? `${document.issuers.join('')}会议纪要`;
  const mark = drawMark(setting, text, 49, markTop, area.left, area.width);
  const items: Item[] = [...drawCorner(setting, document, area.top), ...mark.runs];
  const gridLine = Math.ceil((mark.bottom - area.top) / grid.rowPitch - 0.05);
  const lineY = area.top + (gridLine + 3) * grid.rowPitch;
  const y = lineY - redLineGap - mmOf(size.三号) * setting.fonts.cut('fangsong').face.emDescent;
  if (document.number)
    items.push(...setting.centred(sayNumber(document.number), 'fangsong', size.三号, y, { tag: '发文字号' }));
  items.push(horizontalBar(area.left, lineY, area.width, 0.7, red, '版头中的分隔线'));
  return { items, textTop: lineY + 2 * grid.rowPitch };
}
