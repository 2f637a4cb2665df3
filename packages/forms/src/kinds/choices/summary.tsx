import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import { choiceWords } from '../choice/summary.tsx';

export const summarise = (value: unknown, question: Question, lang: Lang): readonly string[] =>
  Array.isArray(value) ? value.map((one) => choiceWords(one, question, lang)) : [];
