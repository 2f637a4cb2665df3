import { articleDigest } from '../text/digest.ts';
import type { Article, RuleText } from '../text/model.ts';
import { problem, type TextProblem } from '../text/problem.ts';

/** Where articles can be looked up: null for a law the library does not hold, undefined for an article the law does not have. */
export type LawLibrary = { findArticle(law: string, article: string): string | null | undefined };

/** Every rule under an article, every article with its words, and the words still those of the law library. */
export function checkArticles(text: RuleText, laws: LawLibrary | null): TextProblem[] {
  const problems: TextProblem[] = [];
  for (const item of [...text.rules, ...text.tables, ...text.exceptions]) {
    if (item.article.citation) continue;
    problems.push(
      problem('rule-no-article', item.at, {
        zh: `“${item.name}”不在任何条文下`,
        en: `"${item.name}" stands under no article`,
        expected: ['## 第九条'],
        severity: 'warning',
      }),
    );
  }
  for (const article of text.articles) problems.push(...checkArticle(article, laws));
  return problems;
}

function checkArticle(article: Article, laws: LawLibrary | null): TextProblem[] {
  const words = { zh: article.citation, en: article.citation };
  if (article.text === '')
    return [problem('article-no-text', article.at, { ...words, expected: ['> 条文原文'], severity: 'warning' })];
  if (article.stated && article.stated.text !== article.digest) {
    return [
      problem('article-changed', article.stated.at, {
        zh: `${article.citation}的摘要应为 ${article.digest}`,
        en: `the digest of ${article.citation} is ${article.digest}`,
        expected: [article.digest],
      }),
    ];
  }
  if (article.proof) {
    const said = { zh: `${article.citation}，${article.proof}`, en: `${article.citation}, ${article.proof}` };
    return [problem('article-unverified', article.at, { ...said, severity: 'hint' })];
  }
  const [number] = /^第[^条]+条(?:之[一二三四五六七八九十]+)?/.exec(article.number) ?? [];
  if (!laws || !number) return [];
  const current = laws.findArticle(article.law, number);
  if (current === null) return [notInLibrary(article)];
  if (current === undefined) return [problem('article-unknown', article.at, { ...words, severity: 'warning' })];
  if (articleDigest(current) === article.digest) return [];
  // A quote may be some paragraphs or items of the article: each of its lines must still stand there.
  const whole = plain(current);
  const lost = article.text.split('\n').find((line) => plain(line) !== '' && !whole.includes(plain(line)));
  if (lost === undefined) return [];
  return [
    problem('article-changed', article.at, {
      zh: `${article.citation}里已没有“${lost.slice(0, 40)}”`,
      en: `${article.citation} no longer says "${lost.slice(0, 40)}"`,
    }),
  ];
}

/** A law the library lacks: nobody but the author can have read its words, and has to say so. */
function notInLibrary(article: Article): TextProblem {
  return problem('article-unverified', article.at, {
    zh: `法规库里没有这部法，${article.citation}的引文请与公布文本核对，并写明“核对：”`,
    en: `the law library lacks this law; hold ${article.citation} against the published words and say so after 核对：`,
    expected: ['核对：…'],
    severity: 'warning',
  });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u3000]+/g, '');
