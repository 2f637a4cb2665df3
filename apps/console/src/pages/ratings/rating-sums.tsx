import { SummariseRatings } from '@zhengtong/evaluation/contract';
import { useSearchParams } from 'react-router';
import { today } from '../../days.ts';
import { ReadingView } from '../../parts/reading.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { listMonths, type Months, moveMonth, readMonths } from './months.ts';
import { Stars } from './stars.tsx';

const grades = [5, 4, 3, 2, 1] as const;

/** Sums over months: bars and, in the same table, their numbers. */
export function RatingSums() {
  const [search, setSearch] = useSearchParams();
  const now = today().slice(0, 7);
  const months = readMonths(search, now);
  const reading = useAsked(SummariseRatings, { query: months });
  const month = (end: keyof Months) => (
    <label>
      {say(`ratings.${end}`)}{' '}
      <select
        value={months[end]}
        onChange={(event) => setSearch({ show: 'sums', ...moveMonth(months, end, event.target.value) })}
      >
        {listMonths(now).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <search className="filters">
        {month('from')}
        {month('to')}
      </search>
      <p className="remark">{say('ratings.sumsNote')}</p>
      <ReadingView of={reading}>
        {({ ended, rated, satisfied, grades: counts }) => (
          <>
            <dl className="facts">
              <div>
                <dt>{say('ratings.ended')}</dt>
                <dd>{ended}</dd>
              </div>
              <div>
                <dt>{say('ratings.rated')}</dt>
                <dd>{rated ?? say('ratings.few')}</dd>
              </div>
              <div>
                <dt>{say('ratings.satisfied')}</dt>
                <dd>{satisfied === null ? say('ratings.few') : `${Math.round(satisfied * 1000) / 10}%`}</dd>
              </div>
            </dl>
            {counts ? <Grades counts={counts} /> : null}
          </>
        )}
      </ReadingView>
    </>
  );
}

function Grades({ counts }: { counts: Readonly<Record<(typeof grades)[number], number>> }) {
  const most = Math.max(1, ...grades.map((grade) => counts[grade]));
  return (
    <table className="rows grades">
      <caption className="unseen">{say('ratings.grades')}</caption>
      <tbody>
        {grades.map((grade) => (
          <tr key={grade}>
            <th scope="row">
              <Stars stars={grade} />
            </th>
            <td>
              <meter min={0} max={most} value={counts[grade]} aria-hidden="true" />
            </td>
            <td>{counts[grade]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
