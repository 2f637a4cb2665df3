import type { LetterHead } from './letter.ts';
import { sayDay } from './say-letter.ts';

type Row = readonly [key: string, value: string];

/** The rows every letter begins its table with. */
export const headRows = ({ number, officialNumber, item, applicant, submittedOn }: LetterHead): Row[] => [
  ['办件编号', number],
  ...(officialNumber ? [['受理编号', officialNumber] as const] : []),
  ['事项', `${item.name}（${item.code}）`],
  ['申请人', `${applicant.name}  ${applicant.number}`.trim()],
  ['提交日期', sayDay(submittedOn)],
];
