import { useEffect, useState } from 'react';

/**
 * Whoever closes a dialog goes on where they opened it, or, where that is gone, in the page's content: its users take it
 * away whole, so that it cannot do so itself.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      if (isThere) before.focus();
      else document.querySelector('main')?.focus({ preventScroll: true });
    },
    [before],
  );
}
