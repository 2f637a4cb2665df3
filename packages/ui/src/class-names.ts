/** Joins what is given; false and empty parts fall out. */
export const classNames = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');
