import { textOf } from '../typed.ts';

/** A paragraph a line, as the person set them. */
export const summarise = (value: unknown): readonly string[] => textOf(value).split('\n').filter(Boolean);
