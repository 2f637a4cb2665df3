import type { Kind } from './kind.ts';
import { isBlank, readText, textOf } from './typed.ts';

/** Reading and writing of an answer that is one text under one name. */
export const line: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: readText,
  write: (value, name) => [[name, textOf(value)]],
  isEmpty: isBlank,
};

// C0 and C1 controls come along in pasted text and U+0000 cannot be stored at all; a lone surrogate is half a character.
const controls = /(?![\n\t])[\p{Cc}\u2028\u2029]/gu;

/** Text as kept: whole characters, no controls, line ends as \n, no space at the ends of the text. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '').trim();

/** Characters as a person counts them: 𠮷 is one. */
export const lengthOf = (text: string): number => [...text].length;
