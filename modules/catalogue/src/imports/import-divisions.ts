import type { Readable } from 'node:stream';
import { ok } from '@zhengtong/kernel';
import { type Setting, systemActor, transact } from '@zhengtong/platform';
import { type Quarantined, quarantine, releaseLines } from '../store-imports.ts';
import { addDivisions, addIndustries, type IndustryRow } from '../store-reference.ts';
import { cleanText } from './clean-text.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { type DivisionRow, divisionReader } from './read-division.ts';
import { readTree } from './read-tree.ts';

export type ReferenceCounts = { read: number; added: number; known: number; quarantined: number };

type From = { readonly source: string; readonly stream: Readable };

const actor = systemActor('import');
const batchSize = 5000;

/** The country down to the village, from any of the usual lists (CSV, or JSON as a tree). Yields counts a batch. */
export function importDivisions(setting: Setting, from: From): AsyncGenerator<ReferenceCounts> {
  const rows = /\.json(\.gz)?$/i.test(from.source) ? readTree(from.stream) : readCsv(from.stream, ['code', 'name']);
  return importRows<DivisionRow>(setting, from.source, rows, divisionReader(), (ctx, taken) =>
    addDivisions(ctx.tx, { source: from.source, at: ctx.now }, taken),
  );
}

/** GB/T 4754, from a list of code, name, level and parent; classes after the group they are in. */
export const importIndustries = (setting: Setting, from: From): AsyncGenerator<ReferenceCounts> =>
  importRows<IndustryRow>(
    setting,
    from.source,
    readCsv(from.stream, ['code', 'name', 'level']),
    readIndustry,
    (ctx, rows) => addIndustries(ctx.tx, rows),
  );

function readIndustry({ cells }: CsvRow): IndustryRow | string {
  const [code = '', name = '', level = Number(cells.level)] = [cells.code?.trim(), cleanText(cells.name)];
  if (!/^([A-Z]|\d{2,4})$/.test(code)) return '行业代码不对 · the code is wrong';
  if (name === '' || ![1, 2, 3, 4].includes(level)) return '没有名称或层级 · there is no name or level';
  return { code, name, level, parent_code: cleanText(cells.parent) || null };
}

type Writing = Parameters<Parameters<typeof transact>[2]>[0];

async function* importRows<T>(
  setting: Setting,
  source: string,
  rowsOfFile: AsyncIterable<CsvRow>,
  read: (row: CsvRow) => T | string,
  write: (ctx: Writing, rows: readonly T[]) => Promise<number>,
): AsyncGenerator<ReferenceCounts> {
  const counts: ReferenceCounts = { read: 0, added: 0, known: 0, quarantined: 0 };
  let [rows, lines, aside]: [T[], number[], Quarantined[]] = [[], [], []];
  const flush = async (): Promise<void> => {
    const done = await transact(setting, actor, async (ctx) => {
      await quarantine(ctx.tx, aside, ctx.now);
      await releaseLines(ctx.tx, source, lines);
      return ok(rows.length === 0 ? 0 : await write(ctx, rows));
    });
    const added = done.ok ? done.value : 0;
    counts.read += rows.length + aside.length;
    counts.added += added;
    counts.known += rows.length - added;
    counts.quarantined += aside.length;
    [rows, lines, aside] = [[], [], []];
  };
  for await (const row of rowsOfFile) {
    const found = row.wrong ?? read(row);
    if (typeof found === 'string') aside.push({ source, line: row.line, text: row.text, reason: found });
    else {
      rows.push(found);
      lines.push(row.line);
    }
    if (rows.length + aside.length < batchSize) continue;
    await flush();
    yield counts;
  }
  await flush();
  yield counts;
}
