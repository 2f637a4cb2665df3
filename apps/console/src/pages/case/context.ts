import type { CaseCommand, CaseView } from '@zhengtong/cases/contract';
import { createContext, useContext } from 'react';
import type { CallFailed } from '../../call.ts';

export type AtWork = {
  readonly view: CaseView;
  /** Sends a command and reads the case again; answers whether it was done. */
  act(command: CaseCommand): Promise<boolean>;
  readonly isRunning: boolean;
  readonly refusal: CallFailed | undefined;
  clear(): void;
};

export const CaseContext = createContext<AtWork | undefined>(undefined);

/** The case on the page and how to act on it. */
export function useCase(): AtWork {
  const atWork = useContext(CaseContext);
  if (!atWork) throw new Error('outside a case page');
  return atWork;
}
