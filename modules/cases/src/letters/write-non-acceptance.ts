import type { SheetBlock } from '@zhengtong/ofd';
import { headRows } from './head-rows.ts';
import type { NonAcceptanceLetter } from './letter.ts';
import { permitLaw, sayDay, sayLaw, you } from './say-letter.ts';
import { sayRemedies } from './say-remedies.ts';

/** 行政许可法 32(1)(1)(2): why it is not accepted, and where to turn. */
export function composeNonAcceptance(letter: NonAcceptanceLetter): SheetBlock[] {
  const { item, submittedOn, reason, law } = letter;
  const by = law ? sayLaw(law) : permitLaw(letter, '第三十二条第一款');
  return [
    {
      kind: 'paragraph',
      text: `${you(letter)}于${sayDay(submittedOn)}提出的“${item.name}”申请，本机关决定不予受理（${by}）。`,
    },
    { kind: 'heading', text: '理由' },
    { kind: 'paragraph', text: reason },
    { kind: 'table', rows: headRows(letter) },
    ...sayRemedies(letter),
  ];
}
