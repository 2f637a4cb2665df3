import type { CivilDate } from '@zhengtong/kernel';
import { sayDay } from '@zhengtong/standards';
import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';

export const dayWords = (value: unknown, lang: Lang): string =>
  typeof value === 'string' ? sayDay(value as CivilDate)[lang].replace(/（.*）$/, '') : '';

export const summarise = (value: unknown, _: Question, lang: Lang): readonly string[] => [dayWords(value, lang)];
