import type { SheetBlock } from '@zhengtong/ofd';
import { headRows } from './head-rows.ts';
import type { CorrectionLetter } from './letter.ts';
import { permitLaw, sayDay, sayLastDay, you } from './say-letter.ts';

/** 行政许可法 32(1)(4): everything that is missing is told at once, and nothing new is asked for later. */
export function composeCorrection(letter: CorrectionLetter): SheetBlock[] {
  const { item, submittedOn, points, answerBy } = letter;
  return [
    {
      kind: 'paragraph',
      text:
        `${you(letter)}于${sayDay(submittedOn)}提出的“${item.name}”申请，经审查，申请材料不齐全或者不符合法定形式。` +
        `现将需要补正的全部内容一次告知如下（${permitLaw(letter, '第三十二条第一款第四项')}）：`,
    },
    { kind: 'table', rows: points.map(({ at, problem }, index) => [`${index + 1}. ${at}`, problem] as const) },
    {
      kind: 'paragraph',
      text:
        `请于${sayLastDay(answerBy)}前（含当日）补正。补正后本机关重新计算五个工作日的受理期限，不再提出本告知书以外的补正要求。` +
        `逾期未补正的，本次申请终止，不影响${you(letter)}重新提出申请。`,
    },
    { kind: 'table', rows: headRows(letter) },
  ];
}
