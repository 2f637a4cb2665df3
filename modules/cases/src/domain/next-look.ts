import { addDays, civilDateAt, type Instant, instantOf } from '@zhengtong/kernel';
import { instantOfDue, type WorkCalendar } from '@zhengtong/standards';
import type { CaseState } from './case-state.ts';
import { type CaseTerms, isLate, nextDueDays, readClocks } from './clocks.ts';

/** When a clock of the case next says something: the morning of the warning, or the end of a limit. */
export function nextLook(
  state: CaseState,
  terms: CaseTerms,
  calendar: WorkCalendar,
  now: Instant,
): Instant | undefined {
  const clocks = readClocks(state, terms, calendar, civilDateAt(now));
  const ends = [clocks.acceptance, clocks.correction, clocks.promised, clocks.legal, clocks.delivery]
    .map((clock) => clock?.due)
    .filter((due) => due?.kind === 'due')
    .map((due) => instantOfDue({ ...due, until: 'end-of-day' }));
  const { warnOn } = nextDueDays(state, terms, calendar);
  if (warnOn) ends.push(instantOf(warnOn, '08:30'));
  // Overdue and still not done: looked at again each morning, so that it goes on rising.
  if (isLate(clocks)) ends.push(instantOf(addDays(civilDateAt(now), 1), '08:30'));
  return ends.filter((end) => end > now).sort()[0];
}
