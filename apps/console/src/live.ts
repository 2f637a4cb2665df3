import { useEffect, useRef } from 'react';

// Live updates must not keep an officer signed in who has left the desk: without input the channel is let go.
const quietMs = 10 * 60_000;
const tryAgainMs = 5000;

/**
 * Calls back when something happened to one of these cases, or to any of the organisation's where none is named.
 * Hints that come close together are one.
 */
export function useLive(onChange: () => void, caseId?: string): void {
  const callBack = useRef(onChange);
  callBack.current = onChange;

  useEffect(() => {
    let source: EventSource | undefined;
    let lastInput = Date.now();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const hint = (event: MessageEvent<string>): void => {
      const { cases } = JSON.parse(event.data) as { cases: string[] };
      if (caseId !== undefined && !cases.includes(caseId)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => callBack.current(), 300);
    };
    let isLost = false;
    const open = (): void => {
      source = new EventSource('/api/console/live');
      // The browser takes a lost line up again by itself; what was told meanwhile was told to others.
      source.addEventListener('error', () => {
        isLost = true;
      });
      source.addEventListener('open', () => {
        if (isLost) callBack.current();
        isLost = false;
      });
      source.addEventListener('changed', hint);
    };
    const noteInput = (): void => {
      lastInput = Date.now();
    };
    const look = setInterval(() => {
      const isQuiet = Date.now() - lastInput > quietMs || document.hidden;
      if (isQuiet && source) {
        source.close();
        source = undefined;
      } else if (!isQuiet && (!source || source.readyState === EventSource.CLOSED)) {
        open();
        callBack.current();
      }
    }, tryAgainMs);
    open();
    for (const name of ['keydown', 'pointerdown'] as const) addEventListener(name, noteInput);
    return () => {
      source?.close();
      clearInterval(look);
      clearTimeout(waiting);
      for (const name of ['keydown', 'pointerdown'] as const) removeEventListener(name, noteInput);
    };
  }, [caseId]);
}
