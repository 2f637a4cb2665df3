/** A repeatable source of chance (mulberry32), so that a failing input can be made again from its seed. */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
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
