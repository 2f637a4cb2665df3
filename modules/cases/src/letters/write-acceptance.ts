import type { SheetBlock } from '@zhengtong/ofd';
import { headRows } from './head-rows.ts';
import type { AcceptanceLetter } from './letter.ts';
import { permitLaw, sayDay, sayLastDay, you } from './say-letter.ts';

/** 行政许可法 32: accepted in writing, dated; with the day until which it will be decided (42) and what stops it (45). */
export function composeAcceptance(letter: AcceptanceLetter): SheetBlock[] {
  const { item, acceptedOn, submittedOn, promised, legal, materials } = letter;
  const asked = `${you(letter)}于${sayDay(submittedOn)}提出的“${item.name}”申请，`;
  const because = letter.isDeemed
    ? `本机关未在法定期限内告知需要补正的内容，自收到申请材料之日（${sayDay(acceptedOn)}）起即为受理（${permitLaw(letter, '第三十二条第一款第四项')}）。`
    : `申请材料齐全、符合法定形式，本机关于${sayDay(acceptedOn)}予以受理（${permitLaw(letter, '第三十二条第一款第五项')}）。`;
  return [
    { kind: 'paragraph', text: asked + because },
    {
      kind: 'table',
      rows: [
        ...headRows(letter),
        ['收到的材料', listMaterials(materials)],
        [
          '作出决定',
          `承诺不晚于 ${sayLastDay(promised)}（${promised.limit}）\n依法最迟于 ${sayLastDay(legal)}（${legal.limit}）`,
        ],
      ],
    },
    {
      kind: 'paragraph',
      text:
        `以上期限自受理次日起算，受理当日不计入（《民法典》第二百零一条）；法定期限依据${permitLaw(letter, '第四十二条')}。` +
        `依法需要听证、检验、检测、鉴定和专家评审等的，所需时间不计算在内，` +
        `本机关将书面告知（${permitLaw(letter, '第四十五条')}）。准予的，十个工作日内` +
        `颁发、送达证件（${permitLaw(letter, '第四十四条')}）。`,
    },
  ];
}

const listMaterials = (materials: AcceptanceLetter['materials']): string =>
  materials.length === 0
    ? '无需材料'
    : materials.map(({ name, files }, at) => `${at + 1}. ${name}（${files} 个文件）`).join('\n');
