import { addDays, civilDateAt, type Instant, instantOf } from '@zhengtong/kernel';
import { instantOfDue, type WorkCalendar } from '@zhengtong/standards';
import type { CaseState } from './case-state.ts';
import { type CaseTerms, isLate, nextDueDays, readClocks, unwarnedDay, unwarnedPause } from './clocks.ts';

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
  const days = nextDueDays(state, terms, calendar);
  if (days.warnOn) ends.push(instantOf(days.warnOn, '08:30'));
  const pauseEnds = unwarnedPause(state, terms);
  if (pauseEnds) ends.push(instantOf(addDays(pauseEnds, 1), '08:30'));
  // Overdue and still not done: looked at again each morning, so that it goes on rising. So is a limit that became near
  // at once, as a pause ended.
  const today = civilDateAt(now);
  if (isLate(clocks) || unwarnedDay(state, days, today)) ends.push(instantOf(addDays(today, 1), '08:30'));
  return ends.filter((end) => end > now).sort()[0];
}
