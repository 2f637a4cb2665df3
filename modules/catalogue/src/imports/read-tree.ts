import type { Readable } from 'node:stream';
import { UnreadableFile } from './decode-text.ts';
import type { CsvRow } from './read-csv.ts';
import { readLines } from './read-rows.ts';

/**
 * Rows of a JSON list of `{ code, name, children }`, each before those below it, as CSV would give them; `line` counts
 * the nodes. Read whole: lists of this form go down to the township at the most.
 */
export async function* readTree(stream: Readable): AsyncGenerator<CsvRow> {
  const lines: string[] = [];
  for await (const line of readLines(stream)) lines.push(line);
  let count = 0;
  const waiting = [parse(lines.join('\n'))];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (Array.isArray(node)) {
      waiting.unshift(...node);
      continue;
    }
    const { code, name, children } = (node ?? {}) as Record<string, unknown>;
    if (Array.isArray(children)) waiting.unshift(children);
    const text = JSON.stringify({ code, name });
    yield { line: ++count, text, cells: { code: String(code ?? ''), name: String(name ?? '') } };
  }
}

function parse(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text);
    if (Array.isArray(found)) return found;
  } catch {}
  throw new UnreadableFile(
    'JSON 清单应为 [{"code", "name", "children"}] 的形式。 · A JSON list must have the form [{"code", "name", "children"}].',
  );
}
