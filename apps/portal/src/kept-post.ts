import { type Keys, seal, unseal } from '@zhengtong/platform';
import type { Posted } from './routing.ts';

/** A post that came after the session had ended: where it was going and what was typed. */
export type KeptPost = { readonly url: string; readonly body: Posted; readonly at: number };

const place = 'portal.kept';
const longestMs = 2 * 3_600_000;

/** Sealed, since it stands in a page that whoever sits at the computer next could look into. */
export const sealKept = (keys: Keys, kept: KeptPost): string => seal(keys, place, JSON.stringify(kept));

export function openKept(keys: Keys, sealed: string, now: number): KeptPost | undefined {
  try {
    const kept = JSON.parse(unseal(keys, place, sealed)) as KeptPost;
    return now - kept.at < longestMs ? kept : undefined;
  } catch {
    return undefined;
  }
}
