import { SummariseRatings } from '@zhengtong/evaluation/contract';
import { useSearchParams } from 'react-router';
import { today } from '../../days.ts';
import { ReadingView } from '../../parts/reading.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { Stars } from './stars.tsx';

const grades = [5, 4, 3, 2, 1] as const;

/** This month and the 35 before it. */
const listMonths = (now: string): string[] => {
  const last = Number(now.slice(0, 4)) * 12 + Number(now.slice(5)) - 1;
  return Array.from({ length: 36 }, (_, back) => last - back).map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
};

/** Sums over months: bars and, in the same table, their numbers. */
export function RatingSums() {
  const [search, setSearch] = useSearchParams();
  const now = today().slice(0, 7);
  const [from, to] = [search.get('from') ?? now, search.get('to') ?? now];
  const reading = useAsked(SummariseRatings, { query: { from, to } });
  const month = (name: 'from' | 'to', value: string) => (
    <label>
      {say(`ratings.${name}`)}{' '}
      <select value={value} onChange={(event) => setSearch({ show: 'sums', from, to, [name]: event.target.value })}>
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
        {month('from', from)}
        {month('to', to)}
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
