import { ListRatingGroups } from '@zhengtong/evaluation/contract';
import { OwnWords } from '../../parts/own-words.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { Stars, sayChoices } from './stars.tsx';

/** Anonymous ratings, together as they may be seen. */
export function RatingGroups() {
  const reading = useAsked(ListRatingGroups);
  return (
    <>
      <p className="remark spaced">{say('ratings.groupsNote')}</p>
      <ReadingView of={reading} isEmpty={({ groups }) => groups.length === 0} empty={say('ratings.noGroups')}>
        {({ groups }) =>
          groups.map(({ id, releasedOn, ratings }) => (
            <section key={id} className="card">
              <h2>{say('ratings.groupOf', { on: releasedOn })}</h2>
              <ul className="said">
                {ratings.map(({ stars, choices, words }, index) => (
                  // Ratings of a group have no name, on purpose; their order never changes.
                  <li key={`${id} ${index}`}>
                    <Stars stars={stars} /> {sayChoices(choices)}
                    {words ? (
                      <p>
                        <OwnWords>{words}</OwnWords>
                      </p>
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
          ))
        }
      </ReadingView>
    </>
  );
}
