import { addDays } from '@zhengtong/kernel';
import { type LocalDay, makeWorkCalendar, type WorkCalendar } from '@zhengtong/standards';
import { type Announcement, type LocalDays, listHolding } from './announcement.ts';

/**
 * The last year whose notice was out before this program had its first case. A later one, built in with a new version or
 * typed in, counts from when it was published here: a letter of before keeps saying that its date may change.
 */
export const builtInThrough = 2026;

/** The working days of a division by what was announced, later announcements over earlier ones. */
export function calendarOf(divisionCode: string, announcements: readonly Announcement[]): WorkCalendar {
  const holding = listHolding(announcements);
  const notices = holding.flatMap((one) => (one.kind === 'year' ? [{ ...one.notice, document: one.document }] : []));
  const localDays = holding.flatMap((one) => (one.kind === 'days' && !one.hallId ? listLocalDays(one) : []));
  return makeWorkCalendar({ division: divisionCode, notices, localDays, builtInThrough });
}

function listLocalDays(one: LocalDays & Pick<Announcement, 'divisionCode' | 'document'>): LocalDay[] {
  const days: LocalDay[] = [];
  for (let on = one.from; on <= one.to; on = addDays(on, 1)) {
    days.push({
      division: one.divisionCode,
      on,
      isWorking: one.as === 'working',
      name: one.name,
      document: one.document,
    });
  }
  return days;
}
