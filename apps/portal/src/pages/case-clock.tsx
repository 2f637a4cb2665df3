import type { MyCase } from '@zhengtong/cases';
import { type Day, type DayKind, DayStrip, Details, Notice } from '@zhengtong/ui';
import { dayOf, sayDay, sayWeekday, weekdayOf } from '../say-time.ts';
import type { Visit } from '../visit.ts';

type Clock = MyCase['clocks'][number];

const titles = {
  acceptance: 'case.acceptanceClock',
  correction: 'case.correctionClock',
  promised: 'case.promisedClock',
  legal: 'case.legalClock',
  delivery: 'case.deliveryClock',
} as const;

/** The clock that matters to the person now: to correct, to be told, to be decided, to receive. */
export const mainClock = (clocks: readonly Clock[]): Clock | undefined =>
  (['correction', 'acceptance', 'promised', 'delivery'] as const)
    .map((name) => clocks.find((clock) => clock.name === name))
    .find((clock) => clock !== undefined);

export const clockTitle = ({ say, lang }: Visit, clock: Clock): string =>
  clock.dueOn ? say(titles[clock.name], { day: sayDay(clock.dueOn, lang) }) : say('case.standing');

/** When it will be done and how that was counted, each day with its reason. */
export function CaseClock({ visit, clocks }: { visit: Visit; clocks: readonly Clock[] }) {
  const { say, lang } = visit;
  const clock = mainClock(clocks);
  if (!clock) return null;
  const legal = clock.name === 'promised' ? clocks.find(({ name }) => name === 'legal') : undefined;
  // The day it began is not counted (民法典 201): told below, it would look like a day of rest here.
  const days = clock.days.filter(({ reason }) => reason !== 'first-day');
  const figures = { used: clock.used, left: clock.left };
  return (
    <section aria-label={say('case.clockLabel')}>
      <DayStrip title={clockTitle(visit, clock)} days={days.map((day) => toDay(visit, day, clock))} lang={lang} />
      <p>{clock.unit === 'working-day' ? say('case.usedLeft', figures) : say('case.usedLeftDays', figures)}</p>
      {clock.isOverdue ? <Notice kind="warning">{say('case.overdue')}</Notice> : null}
      {clock.isProvisional ? <p className="hint">{say('case.provisional')}</p> : null}
      {legal?.dueOn ? <p>{say('case.legalClock', { day: sayDay(legal.dueOn, lang) })}</p> : null}
      <Details summary={say('case.explained')}>
        <ol>
          {clock.days.map((day) => (
            <li key={day.on}>
              {sayWeekday(day.on, lang)} — {day.why[lang]}
            </li>
          ))}
        </ol>
      </Details>
    </section>
  );
}

type Explained = Clock['days'][number];

function toDay({ lang, now }: Visit, day: Explained, clock: Clock): Day {
  return {
    label: sayWeekday(day.on, lang),
    short: String(Number(day.on.slice(8))),
    weekday: weekdayOf(day.on),
    kind: kindOf(day, clock, dayOf(now)),
    why: day.why[lang],
  };
}

function kindOf(day: Explained, clock: Clock, today: string): DayKind {
  if (day.on === clock.dueOn) return 'due';
  if (day.reason === 'paused') return 'paused';
  if (day.counts === 0) return 'rest';
  return day.on <= today ? 'counted' : 'left';
}
