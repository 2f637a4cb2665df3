import type { Sentence } from '@zhengtong/standards';

export type Stars = 1 | 2 | 3 | 4 | 5;

/** The five grades (国办发〔2019〕51号; GB/T 39735). The last two are poor ratings 差评. */
export const grades: Readonly<Record<Stars, Sentence & { readonly isPoor: boolean }>> = {
  5: { zh: '非常满意', en: 'Very satisfied', isPoor: false },
  4: { zh: '满意', en: 'Satisfied', isPoor: false },
  3: { zh: '基本满意', en: 'Fairly satisfied', isPoor: false },
  2: { zh: '不满意', en: 'Dissatisfied', isPoor: true },
  1: { zh: '非常不满意', en: 'Very dissatisfied', isPoor: true },
};

/** Not rated is no grade at all; nothing ever turns it into one. */
export const isStars = (value: unknown): value is Stars =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5;

/** Days after the end of a case in which it may be rated. Ours; the order of 2019 sets none for what is done on line. */
export const daysToRate = 30;

/** Days after the answer in which a citizen may rate how a poor rating was dealt with. */
export const daysToRerate = 15;

/** Anonymous ratings are seen by so many at once, and so many days after the youngest of them. */
export const smallestGroup = 5;
export const anonymousDelayDays = 3;

export const longestWords = 1000;
