// The shape of a Wycheproof file, as far as all kinds of test have it alike.
import type { Verdict } from './tally.ts';

export type Vector = { readonly tcId: number; readonly comment: string; readonly result: string } & {
  readonly [name: string]: unknown;
};
export type Group = { readonly type?: string; readonly tests: readonly Vector[] } & {
  readonly [name: string]: unknown;
};
export type VectorFile = { readonly algorithm?: string; readonly testGroups: readonly Group[] };

/** The text of a member; empty where there is none. */
export const textOf = (from: Group | Vector, name: string): string => {
  const value = from[name];
  return typeof value === 'string' ? value : '';
};
export const hexOf = (from: Group | Vector, name: string): Uint8Array =>
  new Uint8Array(Buffer.from(textOf(from, name), 'hex'));
export const numberOf = (from: Group | Vector, name: string): number => Number(from[name] ?? 0);

export const outOfScope = (reason: string): Verdict => ({ outOfScope: reason });
