import { hash, verify } from '@node-rs/argon2';

// argon2id (the library's own choice), 46 MiB, one pass (OWASP); runs in a thread of its own, so signing in does not stop others.
const strength = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), strength);

/** Tries that wait for their turn at most, about two seconds' worth. More are sent away: nobody's page hangs for minutes. */
export const mostWaiting = 40;

// Guessing many names at once would otherwise fill the memory: two at a time, the rest wait.
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (waiting.length >= mostWaiting) return undefined;
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

const unknownHash = hashPassword('nobody has this password');

/**
 * Takes as long for an account that does not exist, so that nobody can tell which do. Undefined where too many wait:
 * nothing was tried.
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean | undefined> {
  const against = kept ?? (await unknownHash);
  const matches = await inTurn(() => verify(against, password.normalize('NFKC')));
  return matches === undefined ? undefined : matches && kept !== undefined;
}
