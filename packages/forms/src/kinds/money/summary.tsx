import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import { yuanText } from './check.ts';

export const summarise = (value: unknown, _: Question, lang: Lang): readonly string[] => [
  lang === 'zh' ? `${yuanText(value)} 元` : `CNY ${yuanText(value)}`,
];
