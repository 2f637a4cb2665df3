import type { Route } from '@zhengtong/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Static, TObject, TSchema } from 'typebox';
import { type Asked, CallFailed, call } from './call.ts';

export type Reading<T> = {
  /** The last answer; stays while a newer one is on its way, so that pages do not flicker. */
  readonly value: T | undefined;
  readonly failure: CallFailed | undefined;
  readonly isLoading: boolean;
  /** Asks again. */
  reload(): void;
};

/** Reads a contract for a page and reads it again when what is asked changes. */
export function useAsked<P extends TObject, Q extends TObject, B extends TSchema, S extends TSchema>(
  route: Route<P, Q, B, S>,
  asked: Asked<P, Q, B> = {},
): Reading<Static<S>> {
  const [state, setState] = useState<Omit<Reading<Static<S>>, 'reload'>>({
    value: undefined,
    failure: undefined,
    isLoading: true,
  });
  const [turn, setTurn] = useState(0);
  const latest = useRef(asked);
  latest.current = asked;
  const question = JSON.stringify(asked);
  // Objects are new at every rendering; their text tells whether something else is asked.
  const ask = useCallback(
    (signal: AbortSignal, _question: string, _turn: number) => call(route, latest.current, { signal }),
    [route],
  );

  useEffect(() => {
    const aborting = new AbortController();
    setState((before) => ({ ...before, isLoading: true }));
    ask(aborting.signal, question, turn).then(
      (value) => setState({ value, failure: undefined, isLoading: false }),
      (failure: unknown) => {
        if (aborting.signal.aborted) return;
        if (!(failure instanceof CallFailed)) throw failure;
        setState((before) => ({ ...before, failure, isLoading: false }));
      },
    );
    return () => aborting.abort();
  }, [ask, question, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, reload };
}
