import type { PublicationProblem, Quality } from '@zhengtong/catalogue/contract';
import { lang, say } from '../../sentences/say.ts';
import { placeOf } from './content.ts';

export type Judged = { readonly problems: readonly PublicationProblem[]; readonly quality: Quality };

/** What stops publication, each with a link to its place, and the score with how it is made. */
export function Checks({ judged }: { judged: Judged | undefined }) {
  if (!judged) return null;
  const { problems, quality } = judged;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{say('editor.checks')}</h2>
      {problems.length === 0 ? <p>{say('editor.checksFine')}</p> : null}
      <ul className="problems">
        {problems.map((problem) => (
          <li key={`${problem.key} ${problem.at}`} className={`problem-${problem.severity}`}>
            <strong>{say(`editor.${problem.severity}`)}</strong>{' '}
            <a href={`#${placeOf(problem.at)}`}>{problem.say[lang]}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('editor.quality', { score: quality.score })}</summary>
        <table className="days">
          <caption className="unseen">{say('editor.qualityTable')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('editor.for')}</th>
              <th scope="col">{say('editor.points')}</th>
            </tr>
          </thead>
          <tbody>
            {quality.parts.map((part) => (
              <tr key={part.key}>
                <th scope="row">{part.say[lang]}</th>
                <td>
                  {part.points} / {part.most}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
