import { makeWorkCalendar, type WorkCalendar } from '@zhengtong/standards';

const made = new Map<string, WorkCalendar>();

/** The working days of a division; making one takes milliseconds, so each is kept. */
export function workCalendarOf(divisionCode: string): WorkCalendar {
  let calendar = made.get(divisionCode);
  if (!calendar) {
    calendar = makeWorkCalendar({ division: divisionCode });
    made.set(divisionCode, calendar);
  }
  return calendar;
}
