import { useEffect, useState } from 'react';

/** Whoever closes a dialog goes on where they opened it: its users take it away whole, so that it cannot do so itself. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
