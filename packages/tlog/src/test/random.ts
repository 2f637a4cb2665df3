import { chance } from '@zhengtong/kernel';

/** What drills draw from one seed: numbers, and bytes changed as an attacker or a bad disk would. */
export function randomFrom(seed: number) {
  const next = chance(seed);
  const below = (limit: number): number => Math.floor(next() * limit);

  /** One to four changes: a bit, a byte, a piece cut, doubled, moved, or a character such files are made of. */
  const mutate = (bytes: Uint8Array): Uint8Array => {
    let changed = Array.from(bytes);
    for (let times = 1 + below(4); times > 0; times--) {
      const at = below(changed.length + 1);
      const length = below(8);
      const kind = below(6);
      if (kind === 0 && at < changed.length) changed[at] = (changed[at] as number) ^ (1 << below(8));
      else if (kind === 1) changed.splice(at, 1, below(256));
      else if (kind === 2) changed.splice(at, length);
      else if (kind === 3) changed.splice(at, 0, ...changed.slice(at, at + length * 8));
      else if (kind === 4) changed = [...changed.slice(at), ...changed.slice(0, at)];
      else changed.splice(at, 0, '\n =+/A0—\t\r'.charCodeAt(below(10)) & 255);
    }
    return Uint8Array.from(changed);
  };
  return { next, below, mutate };
}
