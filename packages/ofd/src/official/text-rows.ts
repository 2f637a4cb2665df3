import { type FontRole, mmOf, type TextRun } from '../layout/layout.ts';
import { cellsOf } from './cells.ts';
import type { Block, OfficialDocument } from './document.ts';
import { blank, type Flow, type Row } from './flow.ts';
import { sayHeadingNumber } from './say.ts';
import type { Setting } from './setting.ts';
import { area, size } from './standard.ts';
import { makeTable } from './table.ts';
import { breakTitle } from './title.ts';

const headingFonts: Record<1 | 2 | 3 | 4, FontRole> = { 1: 'heiti', 2: 'kaiti', 3: 'fangsong', 4: 'fangsong' };
const numbered: Record<1 | 2 | 3 | 4, RegExp> = {
  1: /^[一二三四五六七八九十]+、/,
  2: /^（[一二三四五六七八九十]+）/,
  3: /^\d+[.．]/,
  4: /^（\d+）/,
};

/** 7.3.1 标题: 二号小标宋, centred; given lines are kept, one alone is broken by word. */
export function titleRows(setting: Setting, lines: readonly string[], tag = '标题'): Row[] {
  const columns = Math.floor(area.width / mmOf(size.二号));
  const broken = lines.flatMap((line) => breakTitle(line, columns));
  const whole = broken.join('');
  return broken.map((line, i) => ({
    draw: (top): TextRun[] =>
      setting.centred(line, 'xiaobiaosong', size.二号, setting.baseline(top, size.二号, 'xiaobiaosong'), { tag }),
    ...(i === 0 ? { heading: { title: whole, level: 1 } } : {}),
    keepsNext: true,
  }));
}

/** 7.3.2 主送机关: flush left, a full-width colon after the last. */
export const addresseeRows = (setting: Setting, addressees: readonly string[]): Row[] =>
  addressees.length === 0 ? [] : setting.paragraph(`${addressees.join('，')}：`, { first: 0, tag: '主送机关' });

/** 7.3.3 正文: paragraphs indented two characters, headings of four levels numbered where the drafter did not, tables. */
export function addBody(flow: Flow, setting: Setting, blocks: readonly Block[]): void {
  const counts = [0, 0, 0, 0, 0];
  let rows: Row[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      const lead = rows.length - rows.findLastIndex((row) => !row.keepsNext) - 1;
      flow.addAll(rows.slice(0, rows.length - lead));
      flow.addTable(rows.slice(rows.length - lead), makeTable(setting, block));
      rows = [];
    } else if (block.kind === 'paragraph') rows.push(...setting.paragraph(block.text, { tag: '正文' }));
    else rows.push(...headingRows(setting, block.level, block.text, counts));
  }
  flow.addAll(rows);
}

function headingRows(setting: Setting, level: 1 | 2 | 3 | 4, words: string, counts: number[]): Row[] {
  counts[level] = (counts[level] as number) + 1;
  counts.fill(0, level + 1);
  const text = numbered[level].test(words) ? words : sayHeadingNumber(level, counts[level] as number) + words;
  const row = { isText: true, keepsNext: true, heading: { title: text, level: level + 1 } };
  return setting.paragraph(text, { font: headingFonts[level], tag: `${level}级标题`, row });
}

/** 7.3.4 附件说明: one blank row under the text; names aligned, no mark after them. */
export function annexListRows(setting: Setting, document: OfficialDocument): Row[] {
  const titles = document.annexes.map((annex) => annex.title.replace(/[，。；、]+$/, ''));
  if (titles.length === 0) return [];
  const rows = titles.flatMap((title, i) => {
    const lead = i === 0 ? '附件：' : '';
    const number = titles.length > 1 ? `${i + 1}.` : '';
    const first = i === 0 ? 2 : 5;
    // Lines that go on stand under the first character of the name.
    const rest = 5 + cellsOf(setting.cut(number));
    return setting.paragraph(`${lead}${number}${title}`, { first, rest, tag: '附件说明' });
  });
  return [blank, ...rows];
}

/** 10.3 纪要: 出席, 请假, 列席 one blank row under the text, in 黑体, names in 仿宋 aligned behind. */
export function attendanceRows(setting: Setting, document: OfficialDocument): Row[] {
  const list = document.attendance ?? [];
  if (list.length === 0) return [];
  const rows = list.flatMap(({ role, names }) =>
    setting.paragraph(names.join('，'), { lead: { text: `${role}：`, font: 'heiti' }, first: 2, rest: 5, tag: role }),
  );
  return [blank, ...rows];
}
