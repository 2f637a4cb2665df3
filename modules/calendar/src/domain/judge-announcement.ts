import {
  addDays,
  type CivilDate,
  findCivilDate,
  type Instant,
  ok,
  type Refusal,
  type Result,
  refuse,
  saidOf,
} from '@zhengtong/kernel';
import { isWorkingDay } from '@zhengtong/standards';
import { type Announcement, listHolding, type NationalYear, type Said } from './announcement.ts';
import { calendarOf } from './calendar-of.ts';

/** The longest an announcement may reach: an emergency of a season, not a mistyped year. */
const mostDays = 120;

export type AnnouncementRefusal =
  | Refusal<'document-missing'>
  | Refusal<'days-wrong'>
  | (Refusal<'too-many-days'> & { readonly most: number })
  /** A day of rest is not made a working day once it has gone by: limits would run out in the past. */
  | Refusal<'worked-in-the-past'>
  | Refusal<'not-your-area'>
  | Refusal<'hours-wrong'>
  | Refusal<'nothing-to-withdraw'>;

type Given = {
  readonly said: Said;
  readonly divisionCode: string;
  readonly document: string;
  readonly today: CivilDate;
  /** Those that hold for the division now. */
  readonly published: readonly Announcement[];
  /** The operator said expressly that days gone by may become working days: a year that is typed in late. */
  readonly mayWorkPast?: boolean | undefined;
};

/** Whether an announcement can be published. Days are civil dates of the contract's form; whether they exist is asked here. */
export function judgeAnnouncement({
  said,
  divisionCode,
  document,
  today,
  published,
  mayWorkPast = false,
}: Given): Result<Said, AnnouncementRefusal> {
  if (saidOf(document) === '') return refuse({ kind: 'document-missing' });
  switch (said.kind) {
    case 'days': {
      const [from, to] = [findCivilDate(said.from), findCivilDate(said.to)];
      if (!from || !to || from > to || from < '2007-01-01' || to > '2099-12-31') return refuse({ kind: 'days-wrong' });
      if (addDays(from, mostDays) <= to) return refuse({ kind: 'too-many-days', most: mostDays });
      if (said.as === 'working' && !said.hallId && from < today) return refuse({ kind: 'worked-in-the-past' });
      return ok(said);
    }
    case 'hours':
      if (!findCivilDate(said.from)) return refuse({ kind: 'days-wrong' });
      return isSoundWeek(said.hours) ? ok(said) : refuse({ kind: 'hours-wrong' });
    case 'year':
      // The State Council speaks for the country; who types its notice in speaks for nobody else.
      if (divisionCode !== '000000') return refuse({ kind: 'not-your-area' });
      if (mayWorkPast || !worksPast(published, withYear(published, { ...said, divisionCode, document }), today))
        return ok(said);
      return refuse({ kind: 'worked-in-the-past' });
    case 'withdrawal': {
      const meant = listHolding(published).find((one) => one.id === said.withdraws);
      if (!meant) return refuse({ kind: 'nothing-to-withdraw' });
      if (meant.divisionCode !== divisionCode) return refuse({ kind: 'not-your-area' });
      const without = published.filter(({ id }) => id !== meant.id);
      const isPast = meant.kind === 'year' ? worksPast(published, without, today) : restedInThePast(meant, today);
      return isPast ? refuse({ kind: 'worked-in-the-past' }) : ok(said);
    }
  }
}

/** Days of rest gone by stay so: taken back, they would be working days of the past. */
const restedInThePast = (one: Said, today: CivilDate): boolean =>
  one.kind === 'days' && one.as !== 'working' && !one.hallId && one.from < today;

/** Whether a day of rest before today would become a working day, were these announced instead of those. */
function worksPast(before: readonly Announcement[], after: readonly Announcement[], today: CivilDate): boolean {
  const [was, would] = [calendarOf('000000', before), calendarOf('000000', after)];
  for (let on = was.firstOn; on < today; on = addDays(on, 1)) {
    if (isWorkingDay(would, on) && !isWorkingDay(was, on)) return true;
  }
  return false;
}

const withYear = (
  published: readonly Announcement[],
  year: NationalYear & Pick<Announcement, 'divisionCode' | 'document'>,
): Announcement[] => {
  const last = published.at(-1)?.publishedAt ?? ('1970-01-01T00:00:00.000Z' as Instant);
  return [...published, { ...year, id: '', publishedAt: last, publishedBy: '' }];
};

type Hours = readonly { readonly opens: string; readonly closes: string }[];

/** Each day's hours one after another, and each closing after it opens. */
function isSoundWeek(hours: object): boolean {
  const days = Object.values(hours).flatMap((of: Hours | Record<string, Hours>) =>
    Array.isArray(of) ? [of as Hours] : Object.values(of as Record<string, Hours>),
  );
  return days.every((day) =>
    day.every(({ opens, closes }, i) => opens < closes && (day[i - 1]?.closes ?? '') <= opens),
  );
}
