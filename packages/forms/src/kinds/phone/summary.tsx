import { textOf } from '../typed.ts';

export const summarise = (value: unknown): readonly string[] => [
  textOf(value).replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3'),
];
