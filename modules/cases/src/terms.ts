import type { Limit, OnlineItem } from '@zhengtong/catalogue/contract';
import type { Term } from '@zhengtong/standards';
import type { CaseTerms } from './domain/clocks.ts';

const units = { 'working-days': 'working-day', days: 'natural-day', months: 'month' } as const;

const toTerm = ({ amount, unit }: Limit): Term => ({
  unit: units[unit],
  // Only working days have halves; publication says so. Of an older version the applicant waits no longer for one.
  count: unit === 'working-days' ? amount : Math.floor(amount),
});

/** The limits an item's version gives its cases. */
export const termsOf = (item: Pick<OnlineItem, 'legalLimit' | 'promisedLimit' | 'process'>): CaseTerms => ({
  legal: toTerm(item.legalLimit),
  promised: toTerm(item.promisedLimit),
  stepHalfDays: item.process.steps.map((step) => step.halfDays),
  mostPauseDays: Object.fromEntries(item.process.excluded.map(({ key, mostDays }) => [key, mostDays])),
});
