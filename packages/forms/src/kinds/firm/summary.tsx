import type { Question } from '../../definition/definition.ts';
import { partOf, textOf } from '../typed.ts';
import { partsOf } from './check.ts';

export const summarise = (value: unknown, question: Question): readonly string[] =>
  partsOf(question)
    .map(({ key }) => textOf(partOf(value, key)))
    .filter((line) => line !== '');
