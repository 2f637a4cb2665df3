import type { UnreadableFile } from './decode-text.ts';
import { isItem } from './read-record.ts';
import type { Row } from './read-rows.ts';
import { describeRow, sayUntaken } from './refuse-untaken.ts';

/** How many rows of a file are looked at before it counts as the wrong one, and how much text of them is held. */
const mostRows = 1000;
const mostCharacters = 16_000_000;

/**
 * The rows of a list of items as they come, held back until one is an item, be it one that lacks something. A file that
 * has none among its first rows is the wrong one: throws `UnreadableFile`, which says what it seems to be, before a
 * row was given; so nothing of it is kept aside, however often it is tried or broken off.
 */
export async function* lookFirst(rows: AsyncIterable<Row>, source: string): AsyncGenerator<Row> {
  let held: Row[] | undefined = [];
  let characters = 0;
  for await (const row of rows) {
    if (held) {
      held.push(row);
      characters += row.text.length;
      if (isItem(row)) {
        yield* held;
        held = undefined;
      } else if (held.length >= mostRows || characters >= mostCharacters) throw wrongFile(held, source);
    } else yield row;
  }
  if (held && held.length > 0) throw wrongFile(held, source);
}

const wrongFile = ([first]: readonly Row[], source: string): UnreadableFile =>
  sayUntaken(source, describeRow(first?.text ?? '', first?.value, 'items'));
