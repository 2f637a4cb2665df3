import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';

export const summarise = (value: unknown, { unit }: Question, lang: Lang): readonly string[] => [
  [typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 9 }) : '', unit?.[lang]]
    .filter(Boolean)
    .join(' '),
];
