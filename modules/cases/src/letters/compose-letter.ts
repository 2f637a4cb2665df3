import type { Sheet, SheetBlock } from '@zhengtong/ofd';
import type { Letter } from './letter.ts';
import { type LetterForm, saySeal, saySealInEnglish } from './letter-form.ts';
import { qrRows } from './qr-rows.ts';
import { sayDay } from './say-letter.ts';
import { sayLetterInEnglish } from './say-letter-english.ts';
import { titleOf } from './title-of-letter.ts';
import { composeAcceptance } from './write-acceptance.ts';
import { composeCorrection } from './write-correction.ts';
import { composeDecision } from './write-decision.ts';
import { composeNonAcceptance } from './write-non-acceptance.ts';

/**
 * A letter of a case as a sheet: who speaks, what was found, until when, by which article, what can be done against it.
 * Pure: the same facts give the same sheet. The code leads to the tracking page with the number alone.
 */
export function composeLetter(letter: Letter, publicUrl: string, form: LetterForm = unsealed): Sheet {
  const { issuer, on, number, officialNumber, applicant } = letter;
  return {
    organ: issuer,
    title: titleOf(letter),
    number: `${officialNumber ? `受理编号 ${officialNumber}　` : ''}办件编号 ${number}`,
    blocks: [
      { kind: 'paragraph', text: `${applicant.name}：`, isIndented: false },
      ...bodyOf(letter),
      {
        kind: 'note',
        text: `咨询电话 ${letter.phone}，监督投诉电话 ${letter.complaintPhone}。${saySeal(form)}`,
      },
      { kind: 'note', text: `${sayLetterInEnglish(letter)} ${saySealInEnglish(form)}` },
    ],
    signature: { name: issuer, date: sayDay(on) },
    ...(form.format === 'ofd' && form.seal ? { seal: { diameter: form.seal.diameter } } : {}),
    code: { rows: qrRows(trackingUrl(publicUrl, number)), caption: '扫码查询办理进度' },
    footer: `办件编号 ${number}`,
    createdOn: on,
  };
}

const unsealed: LetterForm = { format: 'pdf', seal: undefined };

/** The number finds nothing without the applicant's telephone: it may lie open in a code. */
export const trackingUrl = (publicUrl: string, number: string): string =>
  `${publicUrl}/track?number=${encodeURIComponent(number)}`;

function bodyOf(letter: Letter): SheetBlock[] {
  switch (letter.kind) {
    case 'acceptance':
      return composeAcceptance(letter);
    case 'correction':
      return composeCorrection(letter);
    case 'non-acceptance':
      return composeNonAcceptance(letter);
    case 'decision':
      return composeDecision(letter);
  }
}
