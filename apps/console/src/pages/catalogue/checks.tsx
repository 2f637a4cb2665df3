import { CheckDraft, type ItemContent } from '@zhengtong/catalogue/contract';
import type { Static } from 'typebox';
import { Failed } from '../../parts/states.tsx';
import { lang, say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useQuiet } from '../../use-quiet.ts';
import { leadTo } from './lead-to.ts';

/** What stops publication, asked when typing pauses; where the asking fails, it is said that this is of the text before. */
export function Checks({ content }: { content: ItemContent }) {
  const { value, failure, reload } = useAsked(CheckDraft, { body: { content: useQuiet(content) } });
  if (!value && !failure) return null;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{say('editor.checks')}</h2>
      {failure ? <Failed failure={failure} title={value && say('editor.checksOutdated')} onAgain={reload} /> : null}
      {value ? <Judged {...value} /> : null}
    </section>
  );
}

/** Each problem with a link to its place, and the score with how it is made. */
function Judged({ problems, quality }: Static<typeof CheckDraft.response>) {
  return (
    <>
      {problems.length === 0 ? <p>{say('editor.checksFine')}</p> : null}
      <ul className="problems">
        {problems.map((problem) => (
          <li key={`${problem.key} ${problem.at}`} className={`problem-${problem.severity}`}>
            <strong>{say(`editor.${problem.severity}`)}</strong>{' '}
            <a
              href={`#at${problem.at.replaceAll('/', '_')}`}
              onClick={(event) => {
                event.preventDefault();
                leadTo(problem.at);
              }}
            >
              {problem.say[lang]}
            </a>
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
    </>
  );
}
