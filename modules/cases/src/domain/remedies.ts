import { addDays, type CivilDate } from '@zhengtong/kernel';
import { addMonths } from '@zhengtong/standards';

/** What a refusal must say (行政许可法 38(2)): which body, until which day, by which article. */
export type Remedy = {
  readonly kind: 'review' | 'suit';
  readonly body: string;
  readonly lastOn: CivilDate;
  readonly law: string;
};

export type RemedyTerms = {
  readonly review: {
    readonly body: string;
    readonly days: number;
    readonly law: { readonly law: string; readonly article: string };
  };
  readonly suit: {
    readonly court: string;
    readonly months: number;
    readonly law: { readonly law: string; readonly article: string };
  };
};

const cite = ({ law, article }: { law: string; article: string }): string => `《${law}》${article}`;

/**
 * Last days of review and suit, counted from the day the applicant learns of the decision, that day not included
 * (民法典 201). A last day of rest moves to the next working day when it comes; the letter names the earliest one. None
 * for a service that decides nothing about a right and names no body to appeal to.
 */
export function remediesFrom(toldOn: CivilDate, terms: RemedyTerms | undefined): readonly Remedy[] {
  if (!terms) return [];
  const { review, suit } = terms;
  return [
    { kind: 'review', body: review.body, lastOn: addDays(toldOn, review.days), law: cite(review.law) },
    { kind: 'suit', body: suit.court, lastOn: addMonths(toldOn, suit.months), law: cite(suit.law) },
  ];
}
