import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';

export const summarise = (value: unknown, _: Question, lang: Lang): readonly string[] => [
  lang === 'zh' ? (value === true ? '是' : '否') : value === true ? 'Yes' : 'No',
];
