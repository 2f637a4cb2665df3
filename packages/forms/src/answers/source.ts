import type { CivilDate, Instant } from '@zhengtong/kernel';
import { civilDateAt } from '@zhengtong/kernel';
import { type Sentence, sayDay } from '@zhengtong/standards';
import type { Lang } from '@zhengtong/ui';

/** Where a value came from and when. Kept with the value as long as the value is kept. */
export type Source =
  /** `by` is the id of the person or staff member; `for` the one they act for, where another. */
  | { readonly kind: 'typed'; readonly by: string; readonly at: Instant; readonly for?: string }
  /** Said in an earlier case, which was filed at that time; typed then, and by no register known. */
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

/** Who reads: the applicant, or an officer, to whom a value from an earlier case is the applicant's own word. */
export type SourceReader = 'applicant' | 'office';

const whose = { applicant: { zh: '您', en: 'your' }, office: { zh: '申请人', en: 'the applicant’s' } } as const;

/** A source in words, for a field or a summary; nothing for what the person typed: they know. */
export function saySource(
  source: Source | undefined,
  lang: Lang,
  reader: SourceReader = 'applicant',
): string | undefined {
  if (!source || source.kind === 'typed') return undefined;
  if (source.kind === 'computed') return lang === 'zh' ? '根据您的回答算出' : 'worked out from your answers';
  const day = dayWords(civilDateAt(source.at), lang);
  if (source.kind === 'case') {
    const who = whose[reader][lang];
    const { number } = source;
    return lang === 'zh' ? `${who}${day}提交的申请（${number}）` : `${who} application of ${day} (${number})`;
  }
  return lang === 'zh' ? `${source.name.zh}，${day}` : `${source.name.en}, ${day}`;
}

/** Whether only the applicant's own word stands behind a value: now, or in an earlier case. */
export const isOwnWord = (source: Source | undefined): boolean => source?.kind === 'typed' || source?.kind === 'case';

/** The source of a filed answer in words; where only some of its parts were taken from an earlier case, every source. */
export function saySources(
  sources: Readonly<Record<string, Source>>,
  key: string,
  lang: Lang,
  reader?: SourceReader,
): string | undefined {
  const whole = saySource(sources[key], lang, reader);
  if (sources[key]?.kind !== 'case') return whole;
  const parts = Object.keys(sources).filter((path) => path.startsWith(`${key}.`));
  const said = [...new Set(parts.map((path) => saySource(sources[path], lang, reader)))];
  return said.length > 0 ? said.join(lang === 'zh' ? '；' : '; ') : whole;
}
