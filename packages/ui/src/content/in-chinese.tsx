import type { Lang } from '../language.ts';

// A run of Chinese with the marks that belong to it.
const run =
  /([《〔（“]*\p{Script=Han}(?:[\p{Script=Han}\d*＊·—–%:：、，。；？！《》〔〕（）“”]|\s(?=\p{Script=Han}))*)/u;

/**
 * Names, laws and people's own words exist in Chinese only: on an English page they are marked as Chinese, so that they
 * are read aloud as such (WCAG 3.1.2). On a Chinese page nothing is done.
 */
export function InChinese({ lang, children }: { lang?: Lang | undefined; children: string }) {
  if (lang !== 'en') return children;
  return children.split(run).map((part, at) => {
    const key = `${at}-${part}`;
    return at % 2 === 1 ? (
      <span key={key} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    );
  });
}
