import type { LetterHead } from './letter.ts';

type Row = readonly [key: string, value: string];

/** The rows every letter has in its table; its numbers stand over the text and at the foot. */
export const headRows = ({ item, applicant }: LetterHead): Row[] => [
  ['事项', `${item.name}（${item.code}）`],
  ['申请人', `${applicant.name}  ${applicant.number}`.trim()],
];
