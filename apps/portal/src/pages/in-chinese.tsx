import type { Visit } from '../visit.ts';

/**
 * A name, a law or an officer's words that exist in Chinese only: read aloud as Chinese on an English page (WCAG 3.1.2).
 * Everything else on such a page is English, which a test holds.
 */
export const InChinese = ({ visit, children }: { visit: Pick<Visit, 'lang'>; children: string }) =>
  visit.lang === 'en' && /\p{Script=Han}/u.test(children) ? <span lang="zh-CN">{children}</span> : children;
