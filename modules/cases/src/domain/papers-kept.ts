import { addDays, civilDateAt, type Instant, instantOf } from '@zhengtong/kernel';
import { addMonths } from '@zhengtong/standards';
import type { Recorded } from './action.ts';

const years = { '30-years': 30, '10-years': 10, '5-years': 5 } as const;
type Period = 'permanent' | keyof typeof years;

/** What ends a case, and whether it has an answer then: not accepting one is an answer too (行政许可法 32). */
const ends: Partial<Record<Recorded['kind'], 'decided' | 'undecided'>> = {
  delivered: 'decided',
  'not-accepted': 'decided',
  withdrawn: 'undecided',
  lapsed: 'undecided',
};

/**
 * Until when the papers of a case are kept, counted from the day it ended, the last day whole. None while it goes on, and none
 * where they stay for good. What was never filed has no purpose any more once it has ended (个人信息保护法 47).
 */
export function papersKeptUntil(
  actions: readonly Recorded[],
  retention: Readonly<Record<'decided' | 'undecided', Period>>,
): Instant | undefined {
  const end = actions.find(({ kind }) => ends[kind]);
  const which = end && ends[end.kind];
  if (!which) return undefined;
  if (!actions.some(({ kind }) => kind === 'submitted')) return end.at;
  const period = retention[which];
  if (period === 'permanent') return undefined;
  return instantOf(addDays(addMonths(civilDateAt(end.at), 12 * years[period]), 1));
}
