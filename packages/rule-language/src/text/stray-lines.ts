import { problem, type TextProblem } from './problem.ts';

export type Heading = {
  readonly isTitle: boolean;
  readonly words: string;
  readonly column: number;
  /** What is wrong with its signs; it is read as meant, so that what follows is not blamed too. */
  readonly slip: TextProblem | null;
};

/** `# title` once, then `## article`; null for prose and for deeper headings that cite no article. */
export function findHeading(line: string, number: number, hasTitle: boolean): Heading | null {
  const match = /^([#＃]+)(\s*)(.*)$/.exec(line);
  if (!match) return null;
  const [, signs = '', blank = '', rest = ''] = match;
  const words = rest.trim();
  const isDeep = signs.length > 2;
  if (isDeep && blank !== '' && !/^(第.+条|《)/.test(words)) return null;
  const isTitle = signs.length === 1 && !hasTitle;
  const meant = `${isTitle ? '#' : '##'} ${words}`;
  const isGood = blank !== '' && !signs.includes('＃') && (isTitle || signs === '##');
  const slip = isGood
    ? null
    : problem(
        'text-bad-line',
        { line: number, column: 1 },
        {
          zh: `“${line.slice(0, 30)}”：标题只写一次“# ”，条文写“## ”，# 是半角，后面空一格`,
          en: `"${line.slice(0, 30)}": the one title opens with "# ", an article with "## ", blank included`,
          meant,
        },
      );
  return { isTitle, words, column: signs.length + blank.length + 1, slip };
}

/** `｀｀｀规则 甲`, `···规则 甲`, `'''规则 甲`, two backquotes: a block meant and not opened. */
export function findStrayFence(line: string, number: number): TextProblem | null {
  const match = /^(\s*)(?:[｀·'‘’“"]{3}|``)\s*(\p{Script=Han}.*)$/u.exec(line);
  if (!match) return null;
  return problem(
    'text-bad-line',
    { line: number, column: (match[1] ?? '').length + 1 },
    {
      zh: '块用三个反引号开头：键盘左上角、数字 1 左边的键，先切到英文输入法',
      en: 'a block opens with three backquotes, the key left of 1',
      expected: ['```'],
      meant: `\`\`\`${match[2] ?? ''}`,
    },
  );
}

/** `＞ 原文`: a quote with the sign of a Chinese keyboard. */
export function findStrayQuote(line: string, number: number): TextProblem | null {
  if (!/^\s*＞/.test(line)) return null;
  const at = { line: number, column: line.indexOf('＞') + 1 };
  const words = { zh: '“＞”是全角符号', en: '"＞" is a full-width sign' };
  return problem('text-bad-line', at, { ...words, expected: ['> …'], meant: '>' });
}
