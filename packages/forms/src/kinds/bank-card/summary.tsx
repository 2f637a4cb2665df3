import { textOf } from '../typed.ts';

export const summarise = (value: unknown): readonly string[] => [textOf(value).replace(/(\d{4})(?=\d)/g, '$1 ')];
