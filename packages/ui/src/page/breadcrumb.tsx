import { InChinese } from '../content/in-chinese.tsx';
import { type Lang, uiWords } from '../language.ts';

export type Crumb = { text: string; href: string };

/** The way from the home page to the one above this; the page itself is not in it, its h1 says that. */
export function Breadcrumb({ crumbs, lang }: { crumbs: Crumb[]; lang?: Lang | undefined }) {
  return (
    <nav className="crumbs" aria-label={uiWords(lang).breadcrumb}>
      <ol>
        {crumbs.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>
              <InChinese lang={lang}>{text}</InChinese>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
