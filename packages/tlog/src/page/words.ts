import { type Sentences, zh } from './sentences.ts';
import { en } from './sentences-en.ts';

export type Language = 'zh' | 'en';
const both: Record<Language, Sentences> = { zh, en };

/** A sentence with its holes filled; a word the page does not know stands as it is, so that nothing is left unsaid. */
export function say(language: Language, name: string, ...filling: readonly string[]): string {
  const sentence = (both[language] as Record<string, string>)[name] ?? name;
  return sentence.replace(/\{(\d)\}/g, (_, at: string) => filling[Number(at)] ?? '');
}

/** Names that contents of ours use, in plain words; others are shown as they are. */
const fieldNames: Record<string, Record<Language, string>> = {
  act: { zh: '事项', en: 'What was done' },
  at: { zh: '时间', en: 'When' },
  by: { zh: '由谁', en: 'By whom' },
  purpose: { zh: '用途', en: 'What for' },
  holder: { zh: '持有人', en: 'Holder' },
  issuer: { zh: '发证单位', en: 'Issuer' },
  name: { zh: '名称', en: 'Name' },
  number: { zh: '编号', en: 'Number' },
  type: { zh: '类型', en: 'Type' },
  validFrom: { zh: '有效期起', en: 'Valid from' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
};

export const fieldName = (language: Language, field: string): string => fieldNames[field]?.[language] ?? field;

/** An instant by the clock of China, whatever the zone of the device. */
export function sayInstant(language: Language, ms: number): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    ms,
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A public fact of a log entry; only its own `type` is a word of ours, everything else is shown as it stands. */
export function sayFact(language: Language, field: string, value: unknown): string {
  const format = `zhengtong/${String(value)}@v1`;
  const said = say(language, format);
  return field === 'type' && said !== format ? said : sayValue(language, value);
}

/** A value of a content in plain words: an instant by the clock of China, anything else as it stands. */
export function sayValue(language: Language, value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const ms = instant.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? value : sayInstant(language, ms);
}

export const sayDays = (language: Language, days: number): string =>
  days <= 0 ? say(language, 'today') : say(language, 'daysAgo', String(days));

export const sayAge = (language: Language, ms: number, now: number): string =>
  sayDays(language, Math.floor((now - ms) / 86_400_000)).trim();
