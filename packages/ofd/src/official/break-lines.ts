import { cellsOf, type Token } from './cells.ts';

/** A line: its tokens and how many cells it is indented. */
export type Line = { readonly tokens: readonly Token[]; readonly indent: number };

// 行首禁则 and 行尾禁则: what may not begin and what may not end a line (GB/T 15834-2011, 5.1).
const notFirst = /^[，。、；：？！）〕》〉」』】］｝”’…·％%‰℃,.;:?!)\]}]/;
const notLast = /[（〔《〈「『【［｛“‘([{]$/;
// Full-width marks with an empty half, which may give it away.
const yielding = /^[，。、；：？！）〕》」』】”’]$/;

const halve = (token: Token): Token => ({
  ...token,
  cells: 0.5,
  offsets: token.offsets.map(() => token.offsets[0] ?? 0),
});

/**
 * Breaks tokens into lines of at most `columns` cells. `first` and `rest` are indents. A mark that may not begin a line
 * is drawn into the full one by halving two marks there; else the character before it comes along to the next.
 */
export function breakLines(tokens: readonly Token[], columns: number, first: number, rest: number): Line[] {
  const lines: Line[] = [];
  let current: Token[] = [];
  let indent = first;
  const close = (): void => {
    lines.push({ tokens: current, indent });
    current = [];
    indent = rest;
  };
  for (const token of tokens) {
    if (current.length === 0 && lines.length > 0 && token.text.trim() === '') continue;
    const room = columns - indent;
    if (cellsOf(current) + token.cells <= room + 1e-9) {
      current.push(token);
      continue;
    }
    if (notFirst.test(token.text)) {
      const squeezed = squeeze([...current, token], room);
      if (squeezed) {
        current = squeezed;
        continue;
      }
    }
    const carried: Token[] = [];
    while (current.length > 1 && mustMove(current.at(-1) as Token, carried[0] ?? token))
      carried.unshift(current.pop() as Token);
    // A word longer than a whole line has to be broken somewhere: it keeps its line to itself and is squeezed there.
    if (current.length > 0) close();
    current = [...carried, token];
  }
  if (current.length > 0 || lines.length === 0) close();
  return lines;
}

const mustMove = (last: Token, next: Token): boolean => notLast.test(last.text) || notFirst.test(next.text);

function squeeze(tokens: readonly Token[], room: number): Token[] | undefined {
  const result = [...tokens];
  for (let i = result.length - 1; i >= 0 && cellsOf(result) > room + 1e-9; i--) {
    const token = result[i] as Token;
    if (token.cells === 1 && yielding.test(token.text)) result[i] = halve(token);
  }
  return cellsOf(result) <= room + 1e-9 ? result : undefined;
}
