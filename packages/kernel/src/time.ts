/** An instant, ISO 8601 in UTC with milliseconds: `2026-11-22T01:30:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __instant: true };

/** A civil date without time or zone: `2026-11-22`. What a statute means by a day. */
export type CivilDate = string & { readonly __civilDate: true };

export const toInstant = (at: Date | number): Instant => new Date(at).toISOString() as Instant;

const datePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The date, or undefined where no such day exists in the Gregorian calendar (2026-02-30). */
export function findCivilDate(text: string): CivilDate | undefined {
  if (!datePattern.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as CivilDate) : undefined;
}

/** The date; throws where `findCivilDate` finds none. */
export function civilDate(text: string): CivilDate {
  const found = findCivilDate(text);
  if (!found) throw new Error(`not a calendar day: ${JSON.stringify(text)}`);
  return found;
}

const dayMs = 86_400_000;

/** Days later, or earlier where negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as CivilDate;
}

/** Whole days from one date to the other; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

// One legal time for the whole country (UTC+8, no summer time since 1991); the machine's zone never decides a day.
const chinaOffsetMs = 8 * 3_600_000;

/** The civil date in China at an instant. */
export function civilDateAt(at: Instant): CivilDate {
  return new Date(Date.parse(at) + chinaOffsetMs).toISOString().slice(0, 10) as CivilDate;
}

/** The wall clock in China at an instant, `HH:MM`. */
export function clockTimeAt(at: Instant): string {
  return new Date(Date.parse(at) + chinaOffsetMs).toISOString().slice(11, 16);
}

/** The instant at which the wall clock in China shows a date and a time (`HH:MM`). */
export function instantOf(date: CivilDate, time = '00:00'): Instant {
  return toInstant(Date.parse(`${date}T${time}:00Z`) - chinaOffsetMs);
}
