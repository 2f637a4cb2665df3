import type { PublicationProblem } from '../contract.ts';

export type Report = (problem: PublicationProblem) => void;

/** What stops publication. */
export const error = (key: string, at: string, zh: string, en: string): PublicationProblem => ({
  key,
  severity: 'error',
  at,
  say: { zh, en },
});

/** What would make the guide better and stops nothing. */
export const advice = (key: string, at: string, zh: string, en: string): PublicationProblem => ({
  ...error(key, at, zh, en),
  severity: 'advice',
});
