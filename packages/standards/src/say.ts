import { type Refusal, type Result, refuse } from '@zhengtong/kernel';

/** One thing said to a person, in both languages of the house; zh-CN is the source. */
export type Sentence = { readonly zh: string; readonly en: string };

/** Why a code is not one: a fact for the program and a sentence for the person. `at` is the first bad place, from 0. */
export type CodeRefusal<K extends string = string> = Refusal<K> & { readonly say: Sentence; readonly at?: number };

export const no = <const K extends string>(
  kind: K,
  zh: string,
  en: string,
  at?: number,
): Result<never, CodeRefusal<K>> =>
  refuse(at === undefined ? { kind, say: { zh, en } } : { kind, say: { zh, en }, at });

// U+200B to U+200D, U+FEFF and the directional marks come along when people copy out of chats and PDF files.
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * Half-width form of what a person typed or pasted: full-width letters, digits and signs, invisible marks, outer space.
 * Not NFKC: that would also turn ① into 1 and accept what nobody typed as a digit.
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim();
}

/** Half-width, upper case, without spaces: how the letter codes of this package are compared and stored. */
export const tidyCode = (text: string): string => toHalfWidth(text).replace(/\s+/g, '').toUpperCase();
