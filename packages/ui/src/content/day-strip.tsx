import { type Lang, uiWords } from '../language.ts';

/** `counted` counts towards the limit; `rest` and `paused` do not; `left` is still to come; `due` is the last. */
export const dayKinds = ['counted', 'rest', 'paused', 'left', 'due'] as const;
export type DayKind = (typeof dayKinds)[number];

export type Day = {
  /** "12月1日 周二" */
  label: string;
  /** "1": what stands in the square. */
  short: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  kind: DayKind;
  /** Why, where it is not plain: "国庆节", "等待补正". */
  why?: string | undefined;
};

export type DayStripProps = { title: string; days: Day[]; lang?: Lang | undefined };

const kindWord = {
  counted: 'dayCounted',
  rest: 'dayRest',
  paused: 'dayPaused',
  left: 'dayLeft',
  due: 'dayDue',
} as const;

/** The legal clock day by day: which days counted, which did not and why, and which is the last. */
export function DayStrip({ title, days, lang }: DayStripProps) {
  const words = uiWords(lang);
  // Nothing counted and nothing to come, as while the clock stands from its first day: a week without days says nothing.
  if (days.length === 0) return <p className="clock-title">{title}</p>;
  const present = dayKinds.filter((kind) => days.some((day) => day.kind === kind));
  return (
    <figure className="clock">
      <figcaption>{title}</figcaption>
      <ol className="days">
        {words.weekdays.split(' ').map((weekday) => (
          <li key={weekday} className="weekday" aria-hidden="true">
            {weekday}
          </li>
        ))}
        {days.map((day, at) => (
          <li key={day.label} className={`day ${day.kind}${at === 0 ? ` from-${day.weekday}` : ''}`}>
            <span aria-hidden="true">{day.short}</span>
            <span className="vh">
              {day.label} {words[kindWord[day.kind]]} {day.why}
            </span>
          </li>
        ))}
      </ol>
      <ul className="day-key" aria-hidden="true">
        {present.map((kind) => (
          <li key={kind}>
            <span className={`day ${kind}`} />
            {words[kindWord[kind]]}
          </li>
        ))}
      </ul>
    </figure>
  );
}
