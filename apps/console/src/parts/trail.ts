import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

let here = '';
let before = '';

/** Keeps in mind which page one was on before this one, by whatever way one left it. For the frame, which outlives pages. */
export function useTrail(pathname: string): void {
  useLayoutEffect(() => {
    [before, here] = [here, pathname];
  }, [pathname]);
}

/**
 * Back in a list, one goes on at the row one came from. Its rows come later than its heading, which holds the focus
 * meanwhile, and keeps it where the row is gone; whoever has gone on by then is left alone.
 */
export function useRowCameFrom(list: RefObject<HTMLElement | null>, isThere: boolean): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!isThere || isDone.current) return;
    isDone.current = true;
    if (!(document.activeElement ?? document.body).matches('body, main, h1')) return;
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('tbody a') ?? [])];
    links.find(({ pathname }) => pathname === `/console${before}`)?.focus();
  }, [isThere, list]);
}
