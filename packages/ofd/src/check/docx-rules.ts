import { area } from '../official/standard.ts';
import { breach, type Finding, mm, type Rule } from './finding.ts';

type Found = Omit<Finding, 'clause'>;

/** What a word processor's file says of itself: margins, faces and sizes. */
export const docxRules: readonly Rule[] = [
  {
    clause: '5.2.2',
    zh: '页边（天头37 mm、订口28 mm）',
    en: 'margins',
    check: ({ margins }) => {
      if (!margins) return undefined;
      const found: Found[] = [];
      if (Math.abs(margins.top - area.top) > 1)
        found.push(breach(mm(margins.top), '天头应为37±1 mm', 'the top margin is 37±1 mm'));
      if (Math.abs(margins.left - area.left) > 1)
        found.push(breach(mm(margins.left), '订口应为28±1 mm', 'the left margin is 28±1 mm'));
      return found;
    },
  },
  {
    clause: '5.2.3',
    zh: '正文三号仿宋、标题二号小标宋、层次字体',
    en: 'faces and sizes of paragraphs',
    check: (seen) =>
      seen.paragraphs.length === 0
        ? undefined
        : seen.paragraphs.flatMap((paragraph): Found[] => {
            const { text, font, fontName, size } = paragraph;
            if (/^[一二三四五六七八九十]+、/.test(text) && font && font !== 'heiti') {
              return [breach(`${fontName} ${text}`, '第一层标题用黑体（7.3.3）', 'level 1 is set in 黑体')];
            }
            if (/^（[一二三四五六七八九十]+）/.test(text) && text.length < 24 && font && font !== 'kaiti') {
              return [breach(`${fontName} ${text}`, '第二层标题用楷体（7.3.3）', 'level 2 is set in 楷体')];
            }
            const isBody = text.length > 40;
            if (isBody && size !== undefined && Math.abs(size - 16) > 0.3) {
              return [breach(`${size} pt ${text.slice(0, 12)}…`, '正文用三号字', 'the body is set in 三号')];
            }
            if (isBody && font && font !== 'fangsong') {
              return [breach(`${fontName} ${text.slice(0, 12)}…`, '正文用仿宋体', 'the body is set in 仿宋')];
            }
            return [];
          }),
  },
];
