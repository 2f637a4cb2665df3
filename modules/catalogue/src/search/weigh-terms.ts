/** Tokens of a name of usual length; BM25 counts a match in a longer one for less. */
export const meanLength = 36;

/** Above this many rows ranking is no longer a matter of milliseconds. */
const mostCandidates = 2500;

export type Candidates = {
  /** A tsquery that brings the rows worth ranking. */
  readonly condition: string;
  /** Each token and what finding it is worth. */
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
};

/**
 * Which rows are ranked, and by what. The rarest tokens choose the rows, as many of them as stay cheap; every token
 * counts in the ranking. So 食品经营许可 asks the index for 品经 and 食品, never for the thousands that hold 许可.
 */
export function chooseCandidates(
  tokens: ReadonlyMap<string, number>,
  documents: ReadonlyMap<string, number>,
): Candidates {
  const all = Math.max(documents.get('') ?? 0, 1);
  const known = [...tokens].map(([token, share]) => {
    const count = documents.get(token) ?? 0;
    return { token, count, weight: share * Math.log(1 + (all - count + 0.5) / (count + 0.5)) };
  });
  const chosen: string[] = [];
  let rows = 0;
  for (const { token, count } of known.toSorted((a, b) => a.count - b.count)) {
    if (rows > 0 && rows + count > mostCandidates) break;
    chosen.push(`'${token}'`);
    rows += count;
  }
  const weights = new Map(known.map(({ token, weight }) => [token, Math.max(weight, 0.01)]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { condition: chosen.join(' | '), weights, total };
}
