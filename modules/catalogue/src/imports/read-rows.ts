import type { Readable } from 'node:stream';

/** One record of a file as it was written: its number from 1, its text, and what it says where it could be read. */
export type Row = { readonly line: number; readonly text: string; readonly value?: unknown; readonly wrong?: string };

const longestLine = 4_000_000;

/**
 * Rows of a JSON Lines file, or of one JSON array, as a stream: a file of any length needs the memory of one line. A
 * line that is no JSON is a row too, with what is wrong with it.
 */
export async function* readRows(stream: Readable): AsyncGenerator<Row> {
  let line = 0;
  let array: string[] | undefined;
  for await (const text of readLines(stream)) {
    line++;
    if (line === 1 && /^\s*\[/.test(text)) array = [];
    if (array) {
      array.push(text);
      if (array.length > 1_000_000) throw new Error('a JSON array this long must come as JSON Lines');
    } else if (text.trim() !== '') yield parseRow(line, text);
  }
  if (array) yield* rowsOfArray(array.join('\n'));
}

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

function* rowsOfArray(text: string): Generator<Row> {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    yield { line: 1, text: text.slice(0, 4000), wrong: '不是完整的 JSON · not whole JSON' };
    return;
  }
  for (const [i, value] of (rows as unknown[]).entries()) yield { line: i + 1, text: JSON.stringify(value), value };
}

/** Lines without their ending; a byte order mark is no part of the first. */
export async function* readLines(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
