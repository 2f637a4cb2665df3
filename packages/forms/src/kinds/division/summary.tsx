import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import type { FormContext } from '../kind.ts';
import { textOf } from '../typed.ts';

export const placeWords = (code: unknown, { findDivision }: FormContext): string =>
  findDivision?.(textOf(code)) ?? textOf(code);

export const summarise = (value: unknown, _: Question, __: Lang, context: FormContext): readonly string[] => [
  placeWords(value, context),
];
