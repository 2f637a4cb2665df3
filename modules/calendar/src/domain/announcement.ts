import type { CivilDate, Instant } from '@zhengtong/kernel';
import type { HallHours, Notice, Sentence } from '@zhengtong/standards';

/** A day of rest, a day worked instead of another, or a closing for an emergency: which stops the clocks like a rest. */
export type LocalKind = 'holiday' | 'working' | 'closed';

/** Days of a division, first and last included. With a hall they change its opening hours and no clock. */
export type LocalDays = {
  readonly kind: 'days';
  readonly hallId?: string;
  readonly as: LocalKind;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: Sentence;
};

/** What the State Council announced for a year (`readNotice` says what it must hold). */
export type NationalYear = { readonly kind: 'year'; readonly notice: Notice };

/** The opening hours of a hall from a day on, until later ones. */
export type NewHours = {
  readonly kind: 'hours';
  readonly hallId: string;
  readonly from: CivilDate;
  readonly hours: HallHours;
};

/** Takes an announcement back from the moment this one is published; what was said before stays as it was said. */
export type Withdrawal = { readonly kind: 'withdrawal'; readonly withdraws: string };

export type Said = LocalDays | NationalYear | NewHours | Withdrawal;

export type Announcement = Said & {
  readonly id: string;
  /** Whom it holds for: this division and everything in it; `000000` the country. */
  readonly divisionCode: string;
  /** The source, as the explanation of a due date quotes it. */
  readonly document: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
};

/** Those that hold, in the order they were published: without what was withdrawn, and without the withdrawals. */
export function listHolding(all: readonly Announcement[]): Exclude<Announcement, Withdrawal>[] {
  const gone = new Set(all.map((one) => (one.kind === 'withdrawal' ? one.withdraws : undefined)));
  return all.filter((one): one is Exclude<Announcement, Withdrawal> => one.kind !== 'withdrawal' && !gone.has(one.id));
}
