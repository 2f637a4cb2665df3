import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';

export const choiceWords = (value: unknown, { choices = [] }: Question, lang: Lang): string =>
  choices.find((choice) => choice.value === value)?.label[lang] ?? '';

export const summarise = (value: unknown, question: Question, lang: Lang): readonly string[] => [
  choiceWords(value, question, lang),
];
