import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import { dayWords } from '../date/summary.tsx';
import { partOf } from '../typed.ts';

export const summarise = (value: unknown, _: Question, lang: Lang): readonly string[] => [
  [dayWords(partOf(value, 'from'), lang), dayWords(partOf(value, 'to'), lang)].join(lang === 'zh' ? '至' : ' to '),
];
