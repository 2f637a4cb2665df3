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
  {
    clause: '7.3.1',
    zh: '标题二号小标宋居中（据文档自述）',
    en: 'the title in centred 二号小标宋, by what the file says',
    check: ({ paragraphs }, { titleText }) => {
      const title = paragraphs.find((one) => titleText !== '' && titleText.startsWith(one.text.trim()));
      if (!title) return undefined;
      const { size, font, fontName, align, text } = title;
      const found: Found[] = [];
      if (size !== undefined && Math.abs(size - 22) > 0.3)
        found.push(breach(`${size} pt ${text}`, '标题用二号字（22 pt）', 'the title is set in 二号 (22 pt)'));
      if (font && font !== 'xiaobiaosong')
        found.push(breach(`${fontName} ${text}`, '标题用小标宋体', 'the title is set in 小标宋'));
      if (align !== 'center') found.push(breach(text, '标题居中', 'the title is centred'));
      return found;
    },
  },
  {
    clause: '5.2.4',
    zh: '每面22行（行距据文档自述）',
    en: '22 lines a page, by the line pitch the file says',
    check: ({ paragraphs }) => {
      const body = paragraphs.filter((one) => one.text.length > 40 && one.linePitch !== undefined);
      if (body.length === 0) return undefined;
      // 225 mm in 22 lines are 28.99 pt; offices set 28 to 29.5, which still gives 22 lines a page.
      const odd = body.find((one) => Math.abs((one.linePitch ?? 0) - 28.8) > 0.9);
      return odd
        ? [
            breach(
              `${odd.linePitch} pt ${odd.text.slice(0, 12)}…`,
              '行距应使每面排22行（约28.95 pt）',
              '22 lines a page need about 28.95 pt from line to line',
            ),
          ]
        : [];
    },
  },
];
