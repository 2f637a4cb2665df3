const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** What may begin no line of a title: particles and closing marks; a date or number is one word already. */
const badStart = /^[的和与及等之了、，。）〕》”’]/;
const badEnd = /[（〔《“‘和与及]$/;

/**
 * Breaks a title into lines of at most `columns` characters, words whole, in a trapezoid or diamond and as even as may
 * be (GB/T 9704-2012, 7.3.1: 回行时要做到词意完整、排列对称、长短适宜、间距恰当，标题排列应当使用梯形或菱形).
 */
export function breakTitle(title: string, columns: number): string[] {
  const length = [...title].length;
  if (length <= columns) return [title];
  const words = [...segmenter.segment(title)].map((part) => part.segment);
  for (let count = Math.ceil(length / columns); count <= mostShaped; count++) {
    const best = search(words, count, columns, length / count);
    if (best) return best;
  }
  return fill(words, columns);
}

// Trying every way grows fast with the lines; a title longer than this has no shape to keep.
const mostShaped = 5;

/** Line after line as full as whole words allow; a word longer than a line is cut. */
function fill(words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((one) => one.match(new RegExp(`.{1,${columns}}`, 'gsu')) ?? [])) {
    const isFull = [...line].length + [...word].length > columns;
    // A mark that may not begin a line takes the word before it along.
    const moved =
      isFull && badStart.test(word) ? (/[^，、。）〕》”’]+[，、。）〕》”’]*$/u.exec(line)?.[0].slice(-2) ?? '') : '';
    if (isFull) lines.push(line.slice(0, line.length - moved.length));
    line = isFull ? moved + word : line + word;
  }
  return [...lines, line].filter((one) => one !== '');
}

const isLone = (word: string | undefined): boolean => word !== undefined && /^[^的]$/u.test(word);

// Few words and few lines: every way of breaking is tried, cheapest kept.
function search(words: readonly string[], count: number, columns: number, ideal: number): string[] | undefined {
  let best: string[] | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  const visit = (from: number, lines: string[], cost: number): void => {
    if (cost >= bestCost) return;
    if (lines.length === count) {
      if (from < words.length) return;
      const total = cost + shapeCost(lines);
      if (total < bestCost) {
        bestCost = total;
        best = lines;
      }
      return;
    }
    let line = '';
    for (let to = from; to < words.length; to++) {
      line += words[to];
      const size = [...line].length;
      if (size > columns) return;
      const next = words[to + 1];
      const broken =
        (lines.length > 0 && badStart.test(line) ? 100 : 0) +
        (next !== undefined && badEnd.test(line) ? 100 : 0) +
        // The dictionary knows no 大数据: a single character at a break is likely half of a word.
        (next !== undefined && (isLone(words[to]) || isLone(next)) ? 60 : 0);
      visit(to + 1, [...lines, line], cost + (size - ideal) ** 2 + broken);
    }
  };
  visit(0, [], 0);
  return best;
}

// Growing, shrinking or swelling lines please; a waist does not.
function shapeCost(lines: readonly string[]): number {
  const sizes = lines.map((line) => [...line].length);
  let cost = 0;
  for (let i = 1; i < sizes.length - 1; i++) {
    const [a, b, c] = [sizes[i - 1] as number, sizes[i] as number, sizes[i + 1] as number];
    if (b < a && b < c) cost += 40;
  }
  return cost + (new Set(sizes).size === 1 && sizes.length > 2 ? 6 : 0);
}
