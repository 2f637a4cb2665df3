import { textOf } from '../typed.ts';

export const summarise = (value: unknown): readonly string[] => [textOf(value)];
