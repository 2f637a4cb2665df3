import { ListRatingGroups } from '@zhengtong/evaluation/contract';
import { useSearchParams } from 'react-router';
import { Older } from '../../parts/older.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { Stars, sayChoices } from './stars.tsx';

/** Anonymous ratings, together as they may be seen. */
export function RatingGroups() {
  const [search] = useSearchParams();
  const reading = useAsked(ListRatingGroups, { query: { before: search.get('before') ?? undefined } });
  return (
    <>
      <p className="remark spaced">{say('ratings.groupsNote')}</p>
      <ReadingView of={reading} isEmpty={({ groups }) => groups.length === 0} empty={say('ratings.noGroups')}>
        {({ groups }) => (
          <>
            {groups.map(({ id, releasedOn, ratings }) => (
              <section key={id} className="card">
                <h2>{say('ratings.groupOf', { on: releasedOn })}</h2>
                <ul className="said">
                  {ratings.map(({ stars, choices, words, againStars }, index) => (
                    // Ratings of a group have no name, on purpose; their order never changes.
                    <li key={`${id} ${index}`}>
                      <Stars stars={stars} /> {sayChoices(choices)}
                      {words ? (
                        <p>
                          <OwnWords>{words}</OwnWords>
                        </p>
                      ) : null}
                      {againStars ? (
                        <p>
                          {say('ratings.again')} <Stars stars={againStars} />
                        </p>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <Older count={groups.length} of={20} lastId={groups.at(-1)?.id} />
          </>
        )}
      </ReadingView>
    </>
  );
}
