import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import { placeWords } from '../division/summary.tsx';
import type { FormContext } from '../kind.ts';
import { partOf, textOf } from '../typed.ts';

export const summarise = (value: unknown, _: Question, lang: Lang, context: FormContext): readonly string[] => {
  const [place, detail] = [placeWords(partOf(value, 'division'), context), textOf(partOf(value, 'detail'))];
  return [lang === 'zh' ? `${place}${detail}` : `${detail}, ${place}`];
};
