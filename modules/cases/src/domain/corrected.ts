import type { Standing } from './action.ts';

type Compared = { readonly was: readonly Standing[]; readonly now: readonly Standing[] };

const at = (list: readonly Standing[], key: string): Standing | undefined => list.find((one) => one.at === key);

/** What stands otherwise than when the correction was asked for; what no longer applies stands nowhere (`{ at }` alone). */
export function listChanged({ was, now }: Compared): Standing[] {
  const changed = now.filter((one) => !isSame(at(was, one.at) ?? { at: one.at }, one));
  const gone = was.filter((one) => !at(now, one.at) && !isSame(one, { at: one.at })).map((one) => ({ at: one.at }));
  return [...changed, ...gone];
}

/**
 * Places asked to be corrected that stand exactly as they stood. What no longer applies by the other answers is not among
 * them: it stands nowhere.
 */
export const listUntouched = ({ asked, was, now }: Compared & { readonly asked: readonly string[] }): string[] =>
  [...new Set(asked)].filter((key) => {
    const [before, after] = [at(was, key), at(now, key)];
    return before !== undefined && after !== undefined && isSame(before, after);
  });

/** As they lie in the log: an answer that was never there, one that is empty, and no file are the same. */
const isSame = (before: Standing, after: Standing): boolean => lying(before) === lying(after);

const lying = ({ value, files = [] }: Standing): string =>
  JSON.stringify([value ?? null, files.map(({ id }) => id).sort()]);
