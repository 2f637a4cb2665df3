import { addDays, type CivilDate, findCivilDate, ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import { type Announcement, listHolding, type Said } from './announcement.ts';

/** The longest an announcement may reach: an emergency of a season, not a mistyped year. */
const mostDays = 120;

export type AnnouncementRefusal =
  | Refusal<'document-missing'>
  | Refusal<'days-wrong'>
  | (Refusal<'too-many-days'> & { readonly most: number })
  /** A day that was a day of rest cannot be made a working day afterwards: limits would run out in the past. */
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
};

/** Whether an announcement can be published. Days are civil dates of the contract's form; whether they exist is asked here. */
export function judgeAnnouncement({
  said,
  divisionCode,
  document,
  today,
  published,
}: Given): Result<Said, AnnouncementRefusal> {
  if (document.trim() === '') return refuse({ kind: 'document-missing' });
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
      return divisionCode === '000000' ? ok(said) : refuse({ kind: 'not-your-area' });
    case 'withdrawal': {
      const meant = listHolding(published).find((one) => one.id === said.withdraws);
      if (!meant) return refuse({ kind: 'nothing-to-withdraw' });
      if (meant.divisionCode !== divisionCode) return refuse({ kind: 'not-your-area' });
      return restedInThePast(meant, today) ? refuse({ kind: 'worked-in-the-past' }) : ok(said);
    }
  }
}

/** Days of rest gone by stay so: taken back, they would be working days of the past. */
const restedInThePast = (one: Said, today: CivilDate): boolean =>
  one.kind === 'days' && one.as !== 'working' && !one.hallId && one.from < today;

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
