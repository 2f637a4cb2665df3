import { toHalfWidth } from '@zhengtong/standards';

/**
 * How two names of items are compared: half width, lower case, letters and digits alone. Lists mix （ and ( in one name
 * and put spaces anywhere; the words are the same.
 */
export function nameKey(name: string): string {
  return toHalfWidth(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
