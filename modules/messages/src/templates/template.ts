import type { CivilDate } from '@zhengtong/kernel';
import { sayDay } from '@zhengtong/standards';

/** What a letter says in one language: a head, paragraphs, and one sentence for a phone. */
export type Text = {
  readonly title: string;
  readonly lines: readonly string[];
  /** Short, without names, reasons or links: a phone's screen is read by others, and links teach people to press them. */
  readonly short: string;
};

export type Content = {
  readonly zh: Text;
  readonly en: Text;
  /** Where on the portal the person goes on. */
  readonly path: string;
};

/** What the message is about. Everything else comes from the case's own page. */
export type OfCase = {
  readonly itemName: string;
  /** Where an item has no English name its Chinese one stands in the English letter. */
  readonly itemNameEn?: string;
  /** The case's number as the person knows it. */
  readonly number: string;
  readonly caseId: string;
};

export type Template<V> = (values: V) => Content;

export const casePath = ({ caseId }: { readonly caseId: string }): string => `/my/cases/${caseId}`;

/** The matter as both languages name it: 《食品经营许可》（编号 …）. */
export const matter = ({ itemName, itemNameEn, number }: OfCase): { zh: string; en: string } => ({
  zh: `《${itemName}》（编号 ${number}）`,
  en: `“${itemNameEn ?? itemName}” (number ${number})`,
});

/** A day in the words of each language, with its weekday in Chinese; nothing where there is none. */
export const dayZh = (on: string | undefined): string => (on ? sayDay(on as CivilDate).zh : '');
export const dayEn = (on: string | undefined): string => (on ? sayDay(on as CivilDate).en : '');

/** A last day, and whether it rests on a year whose holidays nobody has announced. */
export type LastDay = { readonly dueOn?: string; readonly isProvisional?: boolean };

/** What the reader of a last day must know where it may still move. */
const mayMove = {
  zh: '那一年的放假安排还没有公布，这个日期先按法定节假日推算；公布后有变动的，会再写信告诉您。',
  en: 'The holidays of that year are not announced yet, so this date is reckoned by the statutory ones; should it move, we write to you again.',
};
export const maybe = ({ dueOn, isProvisional }: LastDay, lang: 'zh' | 'en'): string[] =>
  dueOn && isProvisional ? [mayMove[lang]] : [];
/** The same for a phone, behind the day. */
export const maybeZh = ({ isProvisional }: LastDay): string => (isProvisional ? '（暂定）' : '');
export const maybeEn = ({ isProvisional }: LastDay): string => (isProvisional ? ' (provisional)' : '');

/** A numbered list, or nothing. */
export const numbered = (points: readonly string[] = []): string[] =>
  points.map((point, index) => `${index + 1}. ${point}`);

/** The line only where there is something to say. */
export const when = (value: unknown, line: string): string[] => (value ? [line] : []);
