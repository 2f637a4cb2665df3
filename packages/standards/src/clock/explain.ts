import { addDays, type CivilDate } from '@zhengtong/kernel';
import { dayNumber } from '../calendar/day-number.ts';
import { type Day, dayAt, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Sentence } from '../say.ts';
import { daysOfTerm, dueOf, joinPauses } from './due.ts';
import type { Due, Limit } from './limit.ts';

export type DayReason = 'first-day' | 'counted' | 'rest' | 'paused' | 'moved' | 'last-day';

export type ExplainedDay = {
  readonly on: CivilDate;
  readonly reason: DayReason;
  /** How much of the term the day takes: 1, 0.5 for the half at the end, 0 where it is skipped. */
  readonly counts: number;
  /** Counted so far, this day included. */
  readonly total: number;
  readonly isProvisional: boolean;
  readonly why: Sentence;
};

export type Explanation = { readonly due: Due; readonly days: readonly ExplainedDay[] };

/**
 * The same answer as `dueOf`, day by day with the reason for each day counted or skipped, for the page a citizen reads.
 * Where the clock stands it tells the days up to `through` (today), or to the day it stopped.
 */
export function explainDue(calendar: WorkCalendar, limit: Limit, through?: CivilDate): Explanation {
  const due = dueOf(calendar, limit);
  const end = due.kind === 'due' ? due.on : through && through > due.since ? through : due.since;
  const total = daysOfTerm(limit.from, limit.term);
  const byWork = limit.term.unit === 'working-day';
  const pausedFor = pauseReasons(limit);
  const days: ExplainedDay[] = [firstDay(dayAt(calendar, limit.from), total)];
  let counted = 0;
  for (let on = addDays(limit.from, 1); on <= end; on = addDays(on, 1)) {
    const day = dayAt(calendar, on);
    const paused = pausedFor(on);
    const takes = !paused && counted < total && (!byWork || day.isWorking) ? Math.min(1, total - counted) : 0;
    counted += takes;
    const isLast = due.kind === 'due' && on === due.on;
    const reason: DayReason = paused
      ? 'paused'
      : takes > 0
        ? 'counted'
        : counted < total || !day.isWorking
          ? 'rest'
          : isLast
            ? 'last-day'
            : 'moved';
    const why = say(reason, day, paused, byWork, counted, isLast);
    days.push({ on, reason, counts: takes, total: counted, isProvisional: day.isProvisional, why });
  }
  return { due, days };
}

/** The reason of the pause a day lies in. Later entries win where two overlap: they say what holds now. */
function pauseReasons(limit: Limit): (on: CivilDate) => Sentence | undefined {
  const stretches = joinPauses(limit.pauses ?? []);
  return (on) => {
    const day = dayNumber(on);
    if (!stretches.some(({ from, to }) => day > from && day <= to)) return undefined;
    return limit.pauses?.findLast(({ from, to }) => on > from && (to === undefined || on <= to))?.reason;
  };
}

function firstDay(day: Day, total: number): ExplainedDay {
  const why =
    total === 0
      ? { zh: '当日办结', en: 'To be met on the day itself' }
      : { zh: '开始的当日不计入（民法典第二百零一条）', en: 'The day it starts is not counted (Civil Code 201)' };
  return { on: day.on, reason: 'first-day', counts: 0, total: 0, isProvisional: day.isProvisional, why };
}

function sayRest(day: Day): Sentence {
  if (!day.name) return { zh: '周末休息', en: 'Weekend' };
  if (day.kind === 'local-holiday')
    return quote(day, { zh: `本地放假：${day.name.zh}`, en: `Local holiday: ${day.name.en}` });
  return quote(day, { zh: `${day.name.zh}放假`, en: `${day.name.en}, a holiday` });
}

function sayWork(day: Day): Sentence {
  if (!day.name) return { zh: '工作日', en: 'Working day' };
  if (day.kind === 'make-up') return quote(day, { zh: `${day.name.zh}调休上班`, en: `Worked for ${day.name.en}` });
  return quote(day, { zh: `${day.name.zh}，本地上班`, en: `${day.name.en}, worked here` });
}

/** A day set by a document names it, so that whoever doubts it can look it up. */
const quote = ({ document }: Day, { zh, en }: Sentence): Sentence =>
  document === undefined ? { zh, en } : { zh: `${zh}（${document}）`, en: `${en} (${document})` };

const join = (...parts: (Sentence | undefined)[]): Sentence => {
  const told = parts.filter((part) => part !== undefined);
  return { zh: told.map(({ zh }) => zh).join('；'), en: told.map(({ en }) => en).join('; ') };
};

const law203 = {
  zh: '期限的最后一日顺延（民法典第二百零三条）',
  en: 'The last day moves to the next working day (Civil Code 203)',
};

function say(
  reason: DayReason,
  day: Day,
  paused: Sentence | undefined,
  byWork: boolean,
  counted: number,
  isLast: boolean,
): Sentence {
  const end = isLast ? { zh: '期限的最后一日', en: 'the last day' } : undefined;
  const provisional =
    day.isProvisional && byWork
      ? { zh: '放假安排尚未公布，暂按法定节假日推算', en: 'holidays not announced yet, reckoned by the law alone' }
      : undefined;
  if (reason === 'paused')
    return join(
      { zh: `不计入期限：${paused?.zh ?? ''}`, en: `Not counted: ${paused?.en ?? ''}` },
      isLast ? { zh: '恢复计时的当日办结', en: 'to be met on the day the clock goes on' } : undefined,
    );
  if (reason === 'counted') {
    const number = { zh: `第 ${counted} 日`, en: `day ${counted}` };
    return join(byWork || day.isWorking ? sayWork(day) : sayRest(day), number, end, provisional);
  }
  if (reason === 'rest') return join(sayRest(day), provisional);
  if (reason === 'moved')
    return join({ zh: '计时停止，期限不届满', en: 'The clock stands; the limit does not run out' });
  return join(law203, end, provisional);
}
