import type { ItemContent } from '@zhengtong/catalogue/contract';
import { useEffect, useState } from 'react';
import { useMe } from '../../session.ts';

/** What was written and not saved, with the revision it was written on. */
export type Kept = { readonly revision: number; readonly content: ItemContent };

type KeptWork = {
  /** Of an earlier look at this page in this tab; undefined where all was saved. */
  readonly found: Kept | undefined;
  /** It was saved, or is not wanted. */
  forget(): void;
};

/**
 * Keeps what is written in this tab until it is saved: a session that ends leads away to sign in, and who is told that
 * somebody saved in between opens the page anew. Each person finds only their own.
 */
export function useKeptWork(itemId: string | undefined, work: Kept | undefined): KeptWork {
  const place = `zhengtong.guide.${useMe().id}.${itemId ?? 'new'}`;
  const [found] = useState<Kept | undefined>(() => JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? undefined);
  const [isForgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (work) sessionStorage.setItem(place, JSON.stringify(work));
  }, [place, work]);
  const forget = (): void => {
    sessionStorage.removeItem(place);
    setForgotten(true);
  };
  return { found: isForgotten ? undefined : found, forget };
}
