import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';

export const summarise = (_: unknown, { statements = [] }: Question, lang: Lang): readonly string[] => [
  ...statements.map((statement) => statement[lang]),
  lang === 'zh' ? '已声明' : 'Declared',
];
