import type { AccessRow } from '@zhengtong/platform';
import { dayOf } from './say-time.ts';

/** Readings of one day by one post (or one part of the program) for one purpose in one case. */
export type FoldedUse = {
  readonly key: string;
  readonly day: string;
  /** The newest of them: who, which case, what for. */
  readonly newest: AccessRow;
  /** Everything seen in any of them. */
  readonly fields: readonly string[];
  /** Newest first. */
  readonly times: readonly string[];
};

export type FoldedUses = {
  readonly days: readonly { readonly day: string; readonly uses: readonly FoldedUse[] }[];
  /** Where the next page begins. */
  readonly before: string | undefined;
};

/** What is asked of the log at once; a page ends with a whole day where it holds more than one. */
export const mostReads = 200;

/** Folds what is one handling to the person into one line. Rows come newest first. */
export function foldUses(rows: readonly AccessRow[], most = mostReads): FoldedUses {
  const whole = rows.length < most ? rows : wholeDays(rows);
  const days = new Map<string, Map<string, AccessRow[]>>();
  for (const row of whole) {
    const day = dayOf(row.at);
    const uses = days.get(day) ?? new Map<string, AccessRow[]>();
    days.set(day, uses);
    const key = [row.actorKind, row.organisation, row.post, row.caseId, row.purpose].join(' ');
    uses.set(key, [...(uses.get(key) ?? []), row]);
  }
  return {
    days: [...days].map(([day, uses]) => ({ day, uses: [...uses.values()].map((same) => fold(day, same)) })),
    before: rows.length < most ? undefined : whole.at(-1)?.id,
  };
}

function fold(day: string, same: readonly AccessRow[]): FoldedUse {
  const [newest] = same as [AccessRow];
  const fields = [...new Set(same.flatMap((row) => row.fields))];
  return { key: newest.id, day, newest, fields, times: same.map(({ at }) => at) };
}

/** Without the last day, which goes on beyond these rows; one endless day is cut where they end. */
function wholeDays(rows: readonly AccessRow[]): readonly AccessRow[] {
  const last = dayOf(rows.at(-1)?.at ?? '');
  const earlier = rows.filter(({ at }) => dayOf(at) !== last);
  return earlier.length > 0 ? earlier : rows;
}
