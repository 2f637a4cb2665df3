import { useEffect, useState } from 'react';

const quietMs = 500;

/** What is being written, as it stood when typing last paused. */
export function useQuiet<T>(written: T): T {
  const [quiet, setQuiet] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(() => written), quietMs);
    return () => clearTimeout(timer);
  }, [written]);
  return quiet;
}
