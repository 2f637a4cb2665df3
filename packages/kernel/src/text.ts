/** At most so many units of a text, never half a character: half of one is no text, and addresses and rows refuse it. */
export function cutText(text: string, most: number): string {
  const isHalved = text.length > most && /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return text.slice(0, isHalved ? most - 1 : most);
}

// Spaces, controls, what Unicode says may be left out where it is drawn (U+200B, U+FEFF, U+3164 …), and the empty Braille cell.
const unseen = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * What a person said, without space at the ends; '' where there is nothing to be seen in it. A reason of zero-width spaces is
 * none, though `trim` leaves them standing. Within words that say something they stay: emoji and some scripts need them.
 */
export const saidOf = (text: string | undefined): string =>
  text === undefined || text.replace(unseen, '') === '' ? '' : text.trim();
