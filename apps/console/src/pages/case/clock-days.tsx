import type { ClockView } from '@zhengtong/cases/contract';
import { today } from '../../days.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { lang, say } from '../../sentences/say.ts';

type Days = ClockView['days'];

/** One cell a day: filled where it counts, hollow where it does not, a ring around today. The table says the same. */
export function DayStrip({ days, dueOn }: { days: Days; dueOn: string | null }) {
  const now = today();
  const cells = days.slice(-60);
  const width = 10;
  return (
    <svg
      className="day-strip"
      viewBox={`0 0 ${Math.max(cells.length, 20) * width} 14`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
    >
      {cells.map(({ on, counts }, index) => (
        <rect
          key={on}
          x={index * width + 1}
          y={counts > 0 ? 2 : 5}
          width={width - 2}
          height={counts > 0 ? 10 : 4}
          className={[
            counts > 0 ? 'counts' : 'rests',
            on < now ? 'past' : '',
            on === now ? 'today' : '',
            on === dueOn ? 'last' : '',
          ].join(' ')}
        />
      ))}
    </svg>
  );
}

/** Every day from the start to the last with the reason why it counts or not. */
export function ClockDays({ days, name }: { days: Days; name: string }) {
  return (
    <details>
      <summary>{say('case.dayByDay')}</summary>
      <table className="days">
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('case.day')}</th>
            <th scope="col">{say('case.counts')}</th>
            <th scope="col">{say('case.why')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.on} className={day.counts > 0 ? 'counts' : 'rests'}>
              <th scope="row">
                <time dateTime={day.on}>{day.on}</time>
              </th>
              <td>{day.counts}</td>
              <td>
                <OwnWords>{day.why[lang]}</OwnWords>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
