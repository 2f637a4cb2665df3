import { Icon } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';

export type PaginationProps = {
  nextHref?: string | undefined;
  /** The list from its beginning; pages are found by their last row, so there is no way to the one just before. */
  firstHref?: string | undefined;
  /** The list begins with the newest: onward is called earlier. */
  isByTime?: boolean | undefined;
  /** Where this page stands: "2026年10月的 20 件". Whole counts are not promised. */
  here?: string | undefined;
  /** What is paged, where a page has more than one list: landmarks need names of their own. */
  label?: string | undefined;
  lang?: Lang | undefined;
};

/** Pages of a long list: back to its beginning on the left, onward on the right. */
export function Pagination({ nextHref, firstHref, isByTime, here, label, lang }: PaginationProps) {
  const words = uiWords(lang);
  if (!nextHref && !firstHref) return null;
  return (
    <nav className="pages" aria-label={label ?? words.pages}>
      {firstHref ? (
        <a href={firstHref} rel="prev">
          <Icon name="left" />
          {isByTime ? words.newest : words.first}
        </a>
      ) : (
        <span />
      )}
      <span className="pages-here">{here}</span>
      {nextHref ? (
        <a href={nextHref} rel="next">
          {isByTime ? words.earlier : words.next}
          <Icon name="right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
