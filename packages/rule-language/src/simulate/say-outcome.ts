import { sayUnit } from '../ir/unit.ts';
import type { Cliff, CliffScan } from './cliffs.ts';
import type { Line, Outcome } from './simulate.ts';
import type { Tally } from './tally.ts';

const yuan = (amount: number): string => amount.toLocaleString('zh-CN', { maximumFractionDigits: 2 });

/** What a terminal gives a character: Han and full-width signs take two places. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, one) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3fffd}]/u.test(one)
        ? 2
        : 1),
    0,
  );

/** Rows under one another: the first column from the left, numbers from the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, widthOf(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return at === 0 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

const barCells = 20;
const bar = (share: number): string => '█'.repeat(Math.max(1, Math.round(Math.abs(share) * barCells)));

/** One table, with a bar beside each group: what the reform changes there, or what is paid today where there is none. */
function sayTable(title: string, lines: readonly Line[], hasReform: boolean): string[] {
  const drawn = (tally: Tally): number => (hasReform ? tally.after - tally.before : tally.before);
  const most = Math.max(...lines.map(({ tally }) => (tally ? Math.abs(drawn(tally)) : 0)));
  const head = [title, '行数', '现行', ...(hasReform ? ['改革后', '差', '受益', '受损'] : [])];
  const rows = lines.map(({ group, hidden, tally }) => {
    if (hidden || !tally) return [group, '人数太少', '不显示', ...head.slice(3).map(() => '')];
    const { rows: count, before, after, winners, losers } = tally;
    const moved = hasReform ? [yuan(after), yuan(after - before), yuan(winners), yuan(losers)] : [];
    return [group, yuan(count), yuan(before), ...moved];
  });
  const aligned = align([head, ...rows]);
  const widest = Math.max(...aligned.map(widthOf));
  return aligned.map((line, at) => {
    const tally = lines[at - 1]?.tally;
    if (!tally || lines[at - 1]?.hidden || most === 0 || drawn(tally) === 0) return line;
    const sign = hasReform && drawn(tally) < 0 ? '-' : '';
    return `${line}${' '.repeat(widest - widthOf(line))}  ${sign}${bar(drawn(tally) / most)}`;
  });
}

/** A simulation for the terminal: the budget in the rule's unit, whom a reform moves, and a table by group and by tenth. */
export function sayOutcome(
  rule: { readonly name: string; readonly unit: string | null },
  { total, byCode, byDecile }: Pick<Outcome, 'total' | 'byCode' | 'byDecile'>,
  hasReform: boolean,
): string {
  const unit = rule.unit === null ? '' : ` ${sayUnit(rule.unit)}`.trimEnd();
  const known = `${rule.name}：${yuan(total.rows)} 行（未知 unknown ${yuan(total.unknown)}），现行 now ${yuan(total.before)}${unit}`;
  const change = `改革后 reform ${yuan(total.after)}${unit}，差 change ${yuan(total.after - total.before)}${unit}`;
  const moved =
    total.won === null || total.lost === null || total.winners === null || total.losers === null
      ? '受益或受损的人数太少，不显示 · winners or losers are too few to be shown'
      : `受益 winners ${yuan(total.winners)}（${yuan(total.won)}${unit}），受损 losers ${yuan(total.losers)}（${yuan(total.lost)}${unit}）`;
  return [
    hasReform ? `${known}，${change}` : known,
    ...(hasReform ? [moved] : []),
    ...(byCode.length > 0 ? ['', ...sayTable('分组 by group', byCode, hasReform)] : []),
    ...(byDecile.length > 0 ? ['', ...sayTable('收入十分位 by tenth', byDecile, hasReform)] : []),
  ].join('\n');
}

/** How far a scan went, over how many rows, and what it met. */
export type Scanned = {
  readonly scanned: Pick<CliffScan, 'fact' | 'from' | 'to'> & { readonly rows: number };
  readonly cliffs: readonly Cliff[];
};

/** The ten deepest cliffs of a scan for the terminal. */
export function sayCliffs({ scanned, cliffs }: Scanned): string {
  const where = `断崖 cliffs：${scanned.fact} ${yuan(scanned.from)} → ${yuan(scanned.to)}，逐元看过 ${scanned.rows} 行`;
  if (cliffs.length === 0) return `${where}，没有 none`;
  const lines = cliffs.slice(0, 10).map(({ at, loss, rows }) => {
    const whom = rows === null ? '人数太少，不显示 few' : `${rows} 行 rows`;
    return `  到 at ${yuan(at)}，少得 loses ${yuan(loss)}，${whom}`;
  });
  return [`${where}，${cliffs.length} 处，最大的 the largest：`, ...lines].join('\n');
}
