import type { Limit } from '@zhengtong/catalogue/contract';
import type { CivilDate } from '@zhengtong/kernel';
import type { Law } from '../domain/action.ts';
import type { LastDay, LetterHead } from './letter.ts';

/** 2026年9月21日 */
export const sayDay = (day: CivilDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const units = { 'working-days': '个工作日', days: '日', months: '个月' } as const;
export const sayLimit = ({ amount, unit }: Limit): string => (amount === 0 ? '当场' : `${amount}${units[unit]}`);

/** The last day, or that it stands; with a word where the holidays of that year are not announced yet. */
export const sayLastDay = ({ on, isProvisional }: LastDay): string =>
  on ? `${sayDay(on)}${isProvisional ? '（放假安排公布后可能调整）' : ''}` : '另行告知';

export const sayLaw = ({ law, article }: Law): string => `《${law.replace(/^《|》$/g, '')}》${article}`;

/** The licensing law binds permits; other matters follow it by the house's promise, and the letter says which it is. */
export const permitLaw = ({ item }: Pick<LetterHead, 'item'>, article: string): string =>
  `${item.isPermit ? '' : '参照'}《行政许可法》${article}`;

export const you = ({ applicant }: Pick<LetterHead, 'applicant'>): string => (applicant.isFirm ? '你单位' : '你');
