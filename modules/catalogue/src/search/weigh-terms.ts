/** Tokens of a name of usual length; BM25 counts a match in a longer one for less. */
export const meanLength = 36;

/** Above this many rows ranking is no longer a matter of a few milliseconds. */
const mostCandidates = 600;

/** Tokens that count in the ranking; beyond these a question's other pairs add noise, not meaning. */
const mostWeights = 10;

/**
 * Marks in the index for names up to so many tokens, each including the shorter ones. Where a word is so common that its
 * rows cannot all be ranked, the shortest names are the best ones by BM25, and the mark brings just those.
 */
const lengthMarks = [
  { mark: '§1', tokens: 16 },
  { mark: '§2', tokens: 26 },
  { mark: '§3', tokens: 40 },
] as const;

export const marksOf = (tokens: number): string[] =>
  lengthMarks.filter((one) => tokens <= one.tokens).map(({ mark }) => mark);

export type Candidates = {
  /** A tsquery that brings every row worth ranking. */
  readonly condition: string;
  /** The same for the shorter names alone, where the whole would be too many. */
  readonly shorter: string | undefined;
  /** Each token and what finding it is worth. */
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
};

/**
 * Which rows are ranked, and by what. The rarest subjects, or tokens where there is none, choose the rows, as many of
 * them as stay cheap; the weightiest tokens count in the ranking. So 食品经营许可 asks the index for 品经 and 食品, never for the thousands that hold 许可.
 */
export function chooseCandidates(
  tokens: ReadonlyMap<string, number>,
  documents: ReadonlyMap<string, number>,
  subjects: ReadonlySet<string>,
): Candidates {
  const all = Math.max(documents.get('') ?? 0, 1);
  const known = [...tokens]
    .map(([token, share]) => {
      const count = documents.get(token) ?? 0;
      const weight = Math.max(share * Math.log(1 + (all - count + 0.5) / (count + 0.5)), 0.01);
      return { token, count, weight };
    })
    .sort((a, b) => a.count - b.count);
  const chosen: string[] = [];
  let rows = 0;
  for (const { token, count } of known) {
    if (subjects.size > 0 && !subjects.has(token)) continue;
    if (rows > 0 && rows + count > mostCandidates) break;
    chosen.push(`'${token}'`);
    rows += count;
  }
  const weights = new Map(
    known
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, mostWeights)
      .map(({ token, weight }) => [token, weight]),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const condition = chosen.join(' | ');
  const fitting = lengthMarks.filter(({ mark }) => (rows * (documents.get(mark) ?? 0)) / all <= mostCandidates).at(-1);
  const mark = (fitting ?? lengthMarks[0]).mark;
  return { condition, shorter: rows > mostCandidates ? `(${condition}) & '${mark}'` : undefined, weights, total };
}

/** The tokens whose counts decide, beside those asked for. */
export const countedMarks: readonly string[] = ['', ...lengthMarks.map(({ mark }) => mark)];
