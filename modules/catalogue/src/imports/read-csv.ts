import type { Readable } from 'node:stream';
import { UnreadableFile } from './decode-text.ts';
import { readLines } from './read-rows.ts';

export type CsvRow = {
  readonly line: number;
  readonly text: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly wrong?: string;
};

/** A quoted cell of this many lines was never meant: its quote was not closed. */
const mostLines = 50;

/**
 * Rows of a CSV file (RFC 4180) under the names of its first line; a row may have fewer cells than the head says. A line
 * that opens a quote and never closes it is a row with what is wrong with it, and reading goes on behind it: one stray
 * quote must not swallow the rest of the list. Throws `UnreadableFile` where the first line lacks one of `needed`.
 */
export async function* readCsv(stream: Readable, needed: readonly string[]): AsyncGenerator<CsvRow> {
  let head: string[] | undefined;
  for await (const { line, text, isOpen } of readRecords(stream)) {
    if (!head) {
      head = splitCells(text).map((name) => name.trim());
      judgeHead(head, needed);
    } else if (isOpen) yield { line, text, cells: {}, wrong: '引号没有成对 · a quote is not closed' };
    else {
      const cells = splitCells(text);
      yield { line, text, cells: Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])) };
    }
  }
  if (!head) throw new UnreadableFile('文件是空的。 · The file is empty.');
}

function judgeHead(head: readonly string[], needed: readonly string[]): void {
  const missing = needed.filter((name) => !head.includes(name));
  if (missing.length === 0) return;
  throw new UnreadableFile(
    `第一行应有列名 ${needed.join('、')}，缺 ${missing.join('、')}；读到的是“${head.join(',').slice(0, 80)}”。 · The first line must name the columns ${needed.join(', ')}; ${missing.join(', ')} is not there.`,
  );
}

type Line = { readonly line: number; readonly text: string };
type CsvRecord = Line & { readonly isOpen: boolean };

async function* readRecords(stream: Readable): AsyncGenerator<CsvRecord> {
  const waiting: Line[] = [];
  let line = 0;
  for await (const text of readLines(stream)) {
    waiting.push({ line: ++line, text });
    yield* takeRecords(waiting, false);
  }
  yield* takeRecords(waiting, true);
}

/** Lines are put together while a quote is open; when it stays open, the first of them alone is the bad one. */
function* takeRecords(waiting: Line[], isLast: boolean): Generator<CsvRecord> {
  while (waiting.length > 0) {
    const length = countLines(waiting);
    if (length === 0 && !isLast && waiting.length < mostLines) return;
    const [first, ...more] = waiting.splice(0, length || 1) as [Line, ...Line[]];
    const text = [first.text, ...more.map((one) => one.text)].join('\n');
    if (text !== '') yield { line: first.line, text, isOpen: length === 0 };
  }
}

/** How many lines the first record takes; 0 while its quote is open. */
function countLines(waiting: readonly Line[]): number {
  let quotes = 0;
  for (const [at, { text }] of waiting.entries()) {
    quotes += text.split('"').length - 1;
    if (quotes % 2 === 0) return at + 1;
  }
  return 0;
}

function splitCells(text: string): string[] {
  if (!text.includes('"')) return text.split(',');
  return [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
