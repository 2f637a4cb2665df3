import type { Route } from '@zhengtong/kernel';
import { useCallback, useRef, useState } from 'react';
import type { Static, TObject, TSchema } from 'typebox';
import { type Asked, CallFailed, call } from './call.ts';

export type Commanding<A, T> = {
  /** Sends it; answers what came back, or undefined where it was refused: then `failure` says why. */
  run(asked: A): Promise<T | undefined>;
  readonly isRunning: boolean;
  readonly failure: CallFailed | undefined;
  clear(): void;
};

/**
 * A command of a page. Pressed again after a lost answer with the same content it goes out under the same key, so it
 * happens once; a changed content is a new command.
 */
export function useCommand<P extends TObject, Q extends TObject, B extends TSchema, S extends TSchema>(
  route: Route<P, Q, B, S>,
): Commanding<Asked<P, Q, B>, Static<S>> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<CallFailed>();
  const lost = useRef<{ question: string; key: string }>(undefined);
  const sent = useRef<{ question: string; answer: Promise<Static<S> | undefined> }>(undefined);

  const send = useCallback(
    async (asked: Asked<P, Q, B>, question: string): Promise<Static<S> | undefined> => {
      const key = lost.current?.question === question ? lost.current.key : crypto.randomUUID();
      setRunning(true);
      setFailure(undefined);
      try {
        const value = await call(route, asked, { key });
        lost.current = undefined;
        return value;
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        lost.current = error.status === 0 || error.status >= 500 ? { question, key } : undefined;
        setFailure(error);
        return undefined;
      } finally {
        setRunning(false);
      }
    },
    [route],
  );
  // A second press before the button could grow grey waits for the first one's answer.
  const run = useCallback(
    (asked: Asked<P, Q, B>): Promise<Static<S> | undefined> => {
      const question = JSON.stringify(asked);
      if (sent.current?.question === question) return sent.current.answer;
      const answer = send(asked, question).finally(() => {
        if (sent.current?.answer === answer) sent.current = undefined;
      });
      sent.current = { question, answer };
      return answer;
    },
    [send],
  );
  const clear = useCallback(() => setFailure(undefined), []);
  return { run, isRunning, failure, clear };
}
