import { type Instant, toInstant } from '@zhengtong/kernel';

/** A code that was made for a phone: when, and where it was asked for. */
export type CodeMade = { readonly made_at: string; readonly network: string | null };

const mostAnHour = 5;
const hourMs = 3_600_000;
const longestPauseMs = 16 * 60_000;

/**
 * Until when no further code is made for a phone; undefined where one is. One network gets five an hour. Others may ask
 * for the same phone all the same, or anybody could keep its owner out by asking first: from the sixth code within an
 * hour on, wherever it is asked for, there is a pause after the newest, of one minute, two, four, at most sixteen.
 *
 * The bound this keeps, with five tries a code (`mostTriesOfCode`): who asks from ever new networks at the first moment
 * allowed gets fewer than 200 codes in a day for one phone, that is fewer than 1000 guesses at a million: one in a
 * thousand a day, while the owner's phone rings 200 times. From one network it is 600 guesses a day, six in ten thousand.
 * @param codes those of the last hour, newest first
 */
export function findPause(codes: readonly CodeMade[], network: string, now: Instant): Instant | undefined {
  const own = codes.filter((code) => code.network === network);
  const fifth = own[mostAnHour - 1];
  const newest = codes[0];
  const ends = [
    fifth ? Date.parse(fifth.made_at) + hourMs : 0,
    newest && codes.length >= mostAnHour
      ? Date.parse(newest.made_at) + Math.min(longestPauseMs, 60_000 * 2 ** (codes.length - mostAnHour))
      : 0,
  ];
  const until = toInstant(Math.max(...ends));
  return until > now ? until : undefined;
}
