import { say, sayCode } from '../../sentences/say.ts';

/** Stars as a word and as shapes. */
export function Stars({ stars }: { stars: number }) {
  return (
    <span className={stars <= 2 ? 'stars attention' : 'stars'}>
      <span aria-hidden="true">{'★'.repeat(stars) + '☆'.repeat(5 - stars)}</span>{' '}
      <span className="unseen">{say('ratings.starsOf', { stars })}</span>
    </span>
  );
}

/** What was ticked, in words. */
export const sayChoices = (choices: readonly string[]): string =>
  choices.map((choice) => sayCode('choice', choice)).join(say('frame.and'));
