import type { Readable } from 'node:stream';
import { readLines } from './read-rows.ts';

export type CsvRow = { readonly line: number; readonly text: string; readonly cells: Readonly<Record<string, string>> };

/** Rows of a CSV file (RFC 4180) under the names of its first line. A row may have fewer cells than the head says. */
export async function* readCsv(stream: Readable): AsyncGenerator<CsvRow> {
  let head: string[] | undefined;
  let line = 0;
  let open = '';
  for await (const text of readLines(stream)) {
    line++;
    const whole = open === '' ? text : `${open}\n${text}`;
    // A quoted cell may go over several lines.
    if ((whole.match(/"/g) ?? []).length % 2 === 1 && whole.length < 1_000_000) {
      open = whole;
      continue;
    }
    open = '';
    if (whole === '') continue;
    const cells = splitCells(whole);
    if (!head) head = cells.map((name) => name.replace(/^\uFEFF/, '').trim());
    else yield { line, text: whole, cells: Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])) };
  }
}

function splitCells(text: string): string[] {
  if (!text.includes('"')) return text.split(',');
  return [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
