import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/**
 * npm runs commands in the root of the project, wherever the user stands: words that name a file there, or one that is
 * to be written there, are turned into its whole path. Names of policies, numbers and dates stay words.
 */
export function fromHere(words: readonly string[], here: string | undefined, root: string): string[] {
  if (here === undefined || here === root) return [...words];
  const meansFile = (word: string): boolean =>
    !word.startsWith('-') &&
    !isAbsolute(word) &&
    (existsSync(join(here, word)) || (/[/\\]|\.\p{L}[\p{L}\d]*$/u.test(word) && !existsSync(join(root, word))));
  return words.map((word) => (meansFile(word) ? join(here, word) : word));
}
