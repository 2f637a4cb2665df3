import { hash, verify } from '@node-rs/argon2';
import { FairQueue } from '@zhengtong/kernel';

// argon2id (the library's own choice), 46 MiB, one pass (OWASP); runs in a thread of its own, so signing in does not stop others.
const strength = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), strength);

/** Tries of one network that wait for their turn at most. More are sent away: nobody's page hangs for minutes. */
export const mostWaiting = 40;
/** And of all networks together, about three seconds' worth. */
const mostInAll = 400;

// Guessing many names at once would otherwise fill the memory: two at a time, networks in turn. A flood from twenty
// places costs the clerk at the twenty-first a tenth of a second or two, and not their sign-in.
const queue = new FairQueue(2);

const unknownHash = hashPassword('nobody has this password');

/**
 * Takes as long for an account that does not exist, so that nobody can tell which do. Undefined where too many
 * wait: nothing was tried.
 */
export async function isPassword(
  password: string,
  kept: string | undefined,
  network: string,
): Promise<boolean | undefined> {
  const against = kept ?? (await unknownHash);
  if (queue.countOf(network) >= mostWaiting || queue.countAll() >= mostInAll) return undefined;
  const matches = await queue.add(network, () => verify(against, password.normalize('NFKC')));
  return matches && kept !== undefined;
}
