import type { SheetBlock } from '@zhengtong/ofd';
import type { Remedy } from '../domain/remedies.ts';
import type { LetterHead } from './letter.ts';
import { sayDay, you } from './say-letter.ts';

/** 行政许可法 38(2): who is refused is told where the decision can be taken, and until which day. */
export function sayRemedies(letter: LetterHead & { readonly remedies: readonly Remedy[] }): SheetBlock[] {
  if (letter.remedies.length === 0) return [];
  const ways = letter.remedies.map(({ kind, body, lastOn, law }) => {
    const deed = kind === 'review' ? '申请行政复议' : '提起行政诉讼';
    return `最迟于${sayDay(lastOn)}向${body}${deed}（${law}）`;
  });
  return [
    { kind: 'heading', text: '救济途径' },
    {
      kind: 'paragraph',
      text:
        `${you(letter)}如不服本决定，可以${ways.join('，或者')}。以上日期按本文书当日送达计算，送达在后的相应顺延；` +
        '最后一日是法定休假日的，以休假日结束的次日为最后一日（《民法典》第二百零三条）。',
    },
  ];
}
