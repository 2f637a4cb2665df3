import type { Sentence } from '@zhengtong/standards';
import type { Stars } from './grades.ts';

export type Choice = Sentence & { readonly key: string };

/**
 * What may be ticked, by grade. The measures are those of the order for what is done on line (办事效率, 指南精确度, 便捷度,
 * 平台操作性); the sentences are ours, for the annex of GB/T 39734 that words them is not public.
 */
const good: readonly Choice[] = [
  { key: 'speed', zh: '办得快', en: 'It was quick' },
  { key: 'guide', zh: '指南写得清楚准确', en: 'The guide was clear and right' },
  { key: 'ease', zh: '手续简便，少跑路', en: 'Few steps, few journeys' },
  { key: 'platform', zh: '网上操作顺手', en: 'The pages were easy to use' },
];

const fair: readonly Choice[] = [
  { key: 'speed', zh: '办理速度还可以更快', en: 'It could be quicker' },
  { key: 'guide', zh: '指南还可以更清楚', en: 'The guide could be clearer' },
  { key: 'ease', zh: '手续还可以更简便', en: 'It could take fewer steps' },
  { key: 'platform', zh: '网上操作还可以更顺手', en: 'The pages could be easier' },
];

const poor: readonly Choice[] = [
  { key: 'speed', zh: '办得慢或者超时', en: 'It was slow or late' },
  { key: 'guide', zh: '指南与实际要求不一致', en: 'The guide did not match what was asked' },
  { key: 'ease', zh: '手续繁琐，重复提交', en: 'Too many steps, or the same asked twice' },
  { key: 'platform', zh: '网上操作困难或出错', en: 'The pages were hard to use or failed' },
  { key: 'explanation', zh: '不予办理却没有说清理由', en: 'Refused without clear reasons' },
  { key: 'beyond', zh: '要求指南以外的材料或费用', en: 'Papers or fees beyond the guide were asked' },
];

/** The choices of a grade; each grade takes as many presses as any other. */
export function choicesOf(stars: Stars): readonly Choice[] {
  if (stars >= 4) return good;
  return stars === 3 ? fair : poor;
}

export const areChoicesOf = (stars: Stars, keys: readonly string[]): boolean =>
  new Set(keys).size === keys.length && keys.every((key) => choicesOf(stars).some((choice) => choice.key === key));
