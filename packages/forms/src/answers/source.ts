import type { CivilDate, Instant } from '@zhengtong/kernel';
import { civilDateAt } from '@zhengtong/kernel';
import { type Sentence, sayDay } from '@zhengtong/standards';
import type { Lang } from '@zhengtong/ui';

/** Where a value came from and when. Kept with the value as long as the value is kept. */
export type Source =
  /** `by` is the id of the person or staff member; `for` the one they act for, where another. */
  | { readonly kind: 'typed'; readonly by: string; readonly at: Instant; readonly for?: string }
  | { readonly kind: 'case'; readonly number: string; readonly at: Instant }
  /** `isFixed`: the register decides, the person can only have the register corrected. */
  | { readonly kind: 'register'; readonly name: Sentence; readonly at: Instant; readonly isFixed?: boolean }
  | {
      readonly kind: 'certificate';
      readonly name: Sentence;
      readonly identifier: string;
      readonly at: Instant;
      readonly isFixed?: boolean;
    }
  /** Worked out by the server from these answers. */
  | { readonly kind: 'computed'; readonly of: readonly string[] };

export const isFixed = (source: Source | undefined): boolean =>
  (source?.kind === 'register' || source?.kind === 'certificate') && source.isFixed === true;

const dayWords = (on: CivilDate, lang: Lang): string => sayDay(on)[lang].replace(/（.*）$/, '');

/** A source in words, for a field or a summary; nothing for what the person typed: they know. */
export function saySource(source: Source | undefined, lang: Lang): string | undefined {
  if (!source || source.kind === 'typed') return undefined;
  if (source.kind === 'computed') return lang === 'zh' ? '根据您的回答算出' : 'worked out from your answers';
  const day = dayWords(civilDateAt(source.at), lang);
  if (source.kind === 'case') return lang === 'zh' ? `办件 ${source.number}，${day}` : `case ${source.number}, ${day}`;
  return lang === 'zh' ? `${source.name.zh}，${day}` : `${source.name.en}, ${day}`;
}
