import { Icon } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';

export type PaginationProps = {
  earlierHref?: string | undefined;
  laterHref?: string | undefined;
  /** Where this page stands: "2026年10月的 20 件". Whole counts are not promised. */
  here?: string | undefined;
  lang?: Lang | undefined;
};

/** Keyset pages: later on the left, earlier on the right, since lists begin with the newest. */
export function Pagination({ earlierHref, laterHref, here, lang }: PaginationProps) {
  const words = uiWords(lang);
  if (!earlierHref && !laterHref) return null;
  return (
    <nav className="pages" aria-label={words.pages}>
      {laterHref ? (
        <a href={laterHref} rel="prev">
          <Icon name="left" />
          {words.later}
        </a>
      ) : (
        <span />
      )}
      <span className="pages-here">{here}</span>
      {earlierHref ? (
        <a href={earlierHref} rel="next">
          {words.earlier}
          <Icon name="right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
