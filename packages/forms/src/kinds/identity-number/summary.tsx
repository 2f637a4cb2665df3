import { textOf } from '../typed.ts';

/** Whole, in groups: the person checks it digit by digit on the page before sending. Lists mask it elsewhere. */
export const summarise = (value: unknown): readonly string[] => [
  textOf(value).replace(/^(\d{6})(\d{8})(\d{3}[\dX])$/, '$1 $2 $3'),
];
