import type { Parts } from './parts.ts';
import type { Seen } from './seen.ts';

/** A breach of GB/T 9704-2012 (or of the 条例), or something only a person can decide. */
export type Finding = {
  /** `7.2.5`, or `条例 第十五条`. */
  readonly clause: string;
  readonly severity: 'breach' | 'doubt';
  readonly page?: number;
  /** The text or measure found. */
  readonly found: string;
  readonly zh: string;
  readonly en: string;
};

export type Rule = {
  readonly clause: string;
  /** What it looks at, for the list of what was checked. */
  readonly zh: string;
  readonly en: string;
  /** Undefined where this kind of file does not tell. */
  readonly check: (seen: Seen, parts: Parts) => readonly Omit<Finding, 'clause'>[] | undefined;
};

export const breach = (found: string, zh: string, en: string, page?: number): Omit<Finding, 'clause'> => ({
  severity: 'breach',
  found,
  zh,
  en,
  ...(page === undefined ? {} : { page: page + 1 }),
});

export const doubt = (found: string, zh: string, en: string): Omit<Finding, 'clause'> => ({
  severity: 'doubt',
  found,
  zh,
  en,
});

export const mm = (value: number): string => `${Math.round(value * 100) / 100} mm`;
