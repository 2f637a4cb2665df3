// Drawn ahead: asking the system for a few bytes at a time costs more than what they are for.
const drawn = new Uint8Array(4096);
let used = drawn.length;

/**
 * So many random bytes (at most 4,096) of the system's own source, each given out once: for names and nonces, which anybody
 * may see. A secret is drawn where it is made, and lies nowhere before.
 */
export function drawBytes(count: number): Uint8Array {
  if (used + count > drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  used += count;
  return drawn.slice(used - count, used);
}
