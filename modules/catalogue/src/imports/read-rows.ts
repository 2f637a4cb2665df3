import type { Readable } from 'node:stream';
import { decodeText, UnreadableFile } from './decode-text.ts';

/** One record of a file as it was written: its number from 1, its text, and what it says where it could be read. */
export type Row = { readonly line: number; readonly text: string; readonly value?: unknown; readonly wrong?: string };

const longestLine = 4_000_000;

/**
 * Rows of a JSON Lines file as a stream, in the memory of one line; or of one JSON array or object, which is read whole.
 * A line that is no JSON is a row too, with what is wrong with it.
 */
export async function* readRows(stream: Readable): AsyncGenerator<Row> {
  let line = 0;
  let whole: { readonly from: number; readonly lines: string[] } | undefined;
  for await (const text of readLines(stream)) {
    line++;
    if (whole) {
      whole.lines.push(text);
      if (whole.lines.length > 1_000_000) throw new UnreadableFile(tooLong);
    } else if (text.trim() === '') continue;
    else if (opensWhole(text)) whole = { from: line, lines: [text] };
    else yield parseRow(line, text);
  }
  if (whole) yield* rowsOfWhole(whole.from, whole.lines);
}

const tooLong =
  '这么长的清单请用 JSON Lines（一行一条）。 · A list this long must come as JSON Lines, one record a line.';

/** An array, or an object laid out over several lines, as people and programs print them. */
const opensWhole = (text: string): boolean => /^\s*\[/.test(text) || /^\s*\{\s*$/.test(text);

function parseRow(line: number, text: string): Row {
  if (text.length > longestLine) return { line, text: text.slice(0, 4000), wrong: '这一行太长 · the line is too long' };
  // Crawls leave error pages of the web server between the records.
  if (/^\s*</.test(text)) return { line, text, wrong: '是网页，不是数据 · a web page, not a record' };
  try {
    return { line, text, value: JSON.parse(text) };
  } catch {
    return { line, text, wrong: '不是完整的 JSON · not whole JSON' };
  }
}

function* rowsOfWhole(from: number, lines: readonly string[]): Generator<Row> {
  const text = lines.join('\n');
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    yield { line: from, text: text.slice(0, 4000), wrong: '不是完整的 JSON · not whole JSON' };
    return;
  }
  if (!Array.isArray(found)) yield { line: from, text, value: found };
  else for (const [i, value] of found.entries()) yield { line: i + 1, text: JSON.stringify(value), value };
}

/** Lines without their ending; a byte order mark is no part of the first. */
export async function* readLines(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of decodeText(stream)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
