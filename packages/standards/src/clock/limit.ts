import type { CivilDate } from '@zhengtong/kernel';
import type { Sentence } from '../say.ts';

/**
 * How long a limit is. Working days may be halves (2.5): the limits of steps inside a promise often are. Months and
 * years run to the corresponding day, or to the month's end where there is none (民法典 202).
 */
export type Term = {
  readonly unit: 'working-day' | 'natural-day' | 'month' | 'year';
  readonly count: number;
};

/**
 * Time the law does not count (行政许可法 45: hearing, inspection, expert review; a correction by the applicant).
 * It is a period like any other: its opening day is not part of it, its closing day is (民法典 201).
 * Without `to` the clock still stands. Pauses may touch or overlap; time is then taken out once.
 */
export type Pause = {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly reason: Sentence;
};

/** A limit as a case keeps it: what starts it, how long it is, what stopped it. */
export type Limit = {
  /** The day of the event that starts it; not counted (民法典 201). */
  readonly from: CivilDate;
  readonly term: Term;
  readonly pauses?: readonly Pause[];
};

export type Due =
  | {
      readonly kind: 'due';
      readonly on: CivilDate;
      /** A half day ends at noon; a whole one at midnight, or when business closes (民法典 203). */
      readonly until: 'noon' | 'end-of-day';
      /** The last day fell on a day of rest (民法典 203) or on a day when the clock stood, and moved. */
      readonly isMoved: boolean;
      /** Part of the way leads through days no notice covers yet: the date may change when it comes. */
      readonly isProvisional: boolean;
    }
  | {
      /** The clock stands, so there is no last day. */
      readonly kind: 'standing';
      readonly since: CivilDate;
      /** What is left of the term when it goes on, in days (working or natural, as the term). */
      readonly left: number;
    };

/** Throws a RangeError for a term no law writes: negative, endless, or halves of anything but working days. */
export function checkTerm({ unit, count }: Term): void {
  const step = unit === 'working-day' ? 0.5 : 1;
  if (!(count >= 0 && count <= 36_500) || !Number.isInteger(count / step))
    throw new RangeError(`not a term: ${count} ${unit}`);
}
