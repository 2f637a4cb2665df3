import { addDays, civilDateAt, clockTimeAt, daysBetween, findCivilDate, toInstant } from '@zhengtong/kernel';
import { lang, say } from './sentences/say.ts';

/** How near a last day is. `over` and `today` need attention; told by word and shape before colour. */
export type Urgency = 'none' | 'over' | 'today' | 'soon' | 'calm';

export type Nearness = { readonly urgency: Urgency; readonly text: string };

export const today = (): string => civilDateAt(toInstant(Date.now()));

/** What an officer needs to know of a last day: how many days, in words. Days of the calendar; the clock tells working days. */
export function sayNearness(dueOn: string | null, now: string = today()): Nearness {
  const [due, on] = [dueOn === null ? undefined : findCivilDate(dueOn), findCivilDate(now)];
  if (!due || !on) return { urgency: 'none', text: say('inbox.noDue') };
  const days = daysBetween(on, due);
  if (days < 0) return { urgency: 'over', text: say('inbox.overdueBy', { days: -days }) };
  if (days === 0) return { urgency: 'today', text: say('inbox.dueToday') };
  if (days === 1) return { urgency: 'soon', text: say('inbox.dueTomorrow') };
  return { urgency: due <= addDays(on, 2) ? 'soon' : 'calm', text: say('inbox.dueIn', { days }) };
}

/** `2026-09-21 10:30`, the wall clock of China. */
export function sayInstant(at: string | null): string {
  if (!at) return '';
  const instant = toInstant(Date.parse(at));
  return `${civilDateAt(instant)} ${clockTimeAt(instant)}`;
}

/** 周一 or Mon. */
export const sayWeekday = (on: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' }).format(new Date(on));

/** `09-21 10:30`, for dense lists. */
export const sayShortInstant = (at: string | null): string => sayInstant(at).slice(5);
