import { black, type Item, type Mm, mmOf, type Pt } from '../layout/layout.ts';
import { rectangle } from '../layout/shapes.ts';
import { breakLines, type Line } from './break-lines.ts';
import { type Cells, cellsOf, cutTokens, setTokens } from './cells.ts';
import type { TableBlock } from './document.ts';
import type { Setting } from './setting.ts';
import { area, grid } from './standard.ts';

/** One row of a table: how many rows of the page's grid it takes and what it draws from its upper edge. */
export type TableRow = { readonly height: number; readonly draw: (top: Mm) => Item[] };
export type Table = { readonly head: TableRow; readonly rows: readonly TableRow[] };

// The standard sets no size for tables; 小四 is what offices use, so that a list of six columns still fits.
const points: Pt = 12;
const leading: Mm = 5.8;
const padding: Mm = 1;
const ruleWidth: Mm = 0.25;
/** A row taller than half a page goes on under itself. */
const mostLines = 17;

type Column = { readonly left: Mm; readonly width: Mm; readonly align: TableBlock['align'][number] };

/** Lays a table out over the whole width of the area; columns by what stands in them. */
export function makeTable(setting: Setting, { header, rows, align }: TableBlock): Table {
  const em = mmOf(points);
  const cells: Cells = { pitch: em, size: points, fonts: setting.fonts };
  const natural = header.map((_, c) =>
    Math.max(...[header, ...rows].map((row) => cellsOf(cutTokens(row[c] ?? '', 'heiti', cells)) * em + 2 * padding)),
  );
  const widths = shareWidth(natural, area.width, 3 * em + 2 * padding);
  const columns = widths.map((width, c): Column => {
    const left = area.left + widths.slice(0, c).reduce((sum, one) => sum + one, 0);
    return { left, width, align: align[c] ?? 'left' };
  });
  const broken = (row: readonly string[], font: 'heiti' | 'fangsong'): Line[][] =>
    columns.map(({ width }, c) => {
      const room = Math.floor(((width - 2 * padding) / em) * 2 + 1e-6) / 2;
      return breakLines(cutTokens(row[c] ?? '', font, cells), room, 0, 0);
    });
  const make = (lines: readonly (readonly Line[])[], tag: string, isHead: boolean): TableRow => {
    const most = Math.max(1, ...lines.map((cell) => cell.length));
    const height = Math.ceil((most * leading + 2 * padding) / grid.rowPitch - 0.01);
    return { height, draw: (top) => drawRow(setting, cells, columns, lines, { top, height, tag, isHead }) };
  };
  return {
    head: make(broken(header, 'heiti'), '表头', true),
    rows: rows.flatMap((row) => {
      const lines = broken(row, 'fangsong');
      const parts = Math.ceil(Math.max(1, ...lines.map((cell) => cell.length)) / mostLines);
      return Array.from({ length: parts }, (_, i) =>
        make(
          lines.map((cell) => cell.slice(i * mostLines, (i + 1) * mostLines)),
          '表格',
          false,
        ),
      );
    }),
  };
}

/** Narrow columns keep what they need, wide ones share the rest; what is left over goes to all alike. */
export function shareWidth(natural: readonly Mm[], total: Mm, least: Mm): Mm[] {
  const widths = natural.map((width) => Math.max(width, Math.min(least, total / natural.length)));
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  if (sum(widths) <= total) return widths.map((width) => width * (total / sum(widths)));
  const fixed = new Set<number>();
  for (;;) {
    const rest = total - sum([...fixed].map((c) => widths[c] as number));
    const share = rest / (widths.length - fixed.size);
    const fits = widths.flatMap((width, c) => (!fixed.has(c) && width <= share ? [c] : []));
    if (fits.length === 0) return widths.map((width, c) => (fixed.has(c) ? width : share));
    for (const c of fits) fixed.add(c);
  }
}

function drawRow(
  setting: Setting,
  cells: Cells,
  columns: readonly Column[],
  lines: readonly (readonly Line[])[],
  { top, height, tag, isHead }: { top: Mm; height: number; tag: string; isHead: boolean },
): Item[] {
  const tall = height * grid.rowPitch;
  return columns.flatMap(({ left, width, align }, c): Item[] => {
    const own = lines[c] ?? [];
    const first = top + (tall - own.length * leading) / 2;
    const texts = own.flatMap((line, i) => {
      const wide = cellsOf(line.tokens) * cells.pitch;
      const room = width - 2 * padding - wide;
      const shift = isHead || align === 'centre' ? room / 2 : align === 'right' ? room : 0;
      const y = setting.baseline(first + i * leading, points, 'fangsong', leading);
      return setTokens(line.tokens, left + padding + shift, y, cells, { tag });
    });
    return [
      { kind: 'path', steps: rectangle(left, top, width, tall), stroke: black, width: ruleWidth, tag: '表格线' },
      ...texts,
    ];
  });
}
