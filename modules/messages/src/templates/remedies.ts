import { dayEn, dayZh } from './template.ts';

/** One way to object: which body, until which day, by which article (行政复议法 20, 行政诉讼法 46). */
export type RemedyTold = {
  readonly kind: 'review' | 'suit';
  readonly body: string;
  readonly lastOn: string;
  readonly law: string;
};

const deeds = {
  review: { zh: '申请行政复议', en: 'ask for a review by' },
  suit: { zh: '提起行政诉讼', en: 'go to court at' },
} as const;

// Counted from the day the holder is told, which is the day of the letter at the earliest.
export const objectionsZh = (remedies: readonly RemedyTold[]): string[] => [
  '如不服，您可以：',
  ...remedies.map(
    ({ kind, body, lastOn, law }, index) => `${index + 1}. 最迟于${dayZh(lastOn)}向${body}${deeds[kind].zh}（${law}）`,
  ),
];

export const objectionsEn = (remedies: readonly RemedyTold[]): string[] => [
  'If you disagree, you may:',
  ...remedies.map(
    ({ kind, body, lastOn, law }, index) =>
      `${index + 1}. ${deeds[kind].en} ${body}, by ${dayEn(lastOn)} at the latest (${law})`,
  ),
];
