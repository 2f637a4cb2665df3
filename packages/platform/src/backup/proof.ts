import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../sealing.ts';

/**
 * The key that proves a backup was made by who holds the city's keys. Derived from the one that never rotates, so that a
 * backup of years ago is still proved; each use has a key of its own.
 */
export const proofKey = (keys: Keys, use: 'list' | 'part'): Buffer =>
  createHmac('sha256', keys.finding).update(`backup proof 2 ${use}`).digest();

export const proveList = (keys: Keys, line: string): string =>
  createHmac('sha256', proofKey(keys, 'list')).update(line).digest('hex');

export function isSameProof(found: string, given: string): boolean {
  const [a, b] = [Buffer.from(found), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
