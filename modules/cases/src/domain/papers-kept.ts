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

/** How long the papers of an ended case are kept; none while it goes on, nor of what was never filed. */
export function papersKeptFor(
  actions: readonly Recorded[],
  retention: Readonly<Record<'decided' | 'undecided', Period>>,
): Period | undefined {
  const end = actions.find(({ kind }) => ends[kind]);
  const which = end && ends[end.kind];
  return which && actions.some(({ kind }) => kind === 'submitted') ? retention[which] : undefined;
}

/**
 * Until when the papers of a case are kept, counted from the day it ended, the last day whole. None while it goes on, and none
 * where they stay for good. What was never filed has no purpose any more once it has ended (个人信息保护法 47).
 */
export function papersKeptUntil(
  actions: readonly Recorded[],
  retention: Readonly<Record<'decided' | 'undecided', Period>>,
): Instant | undefined {
  const end = actions.find(({ kind }) => ends[kind]);
  const period = papersKeptFor(actions, retention);
  if (!end || period === 'permanent') return undefined;
  if (!period) return end.at;
  return instantOf(addDays(addMonths(civilDateAt(end.at), 12 * years[period]), 1));
}
