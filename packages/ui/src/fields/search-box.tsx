import { Icon } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';

export type SearchBoxProps = {
  action: string;
  label: string;
  name?: string | undefined;
  value?: string | undefined;
  hint?: string | undefined;
  /** Searches people often make, each a link. */
  suggestions?: { text: string; href: string }[] | undefined;
  isLarge?: boolean | undefined;
  lang?: Lang | undefined;
};

/** Search by GET, so that an answer has an address. */
export function SearchBox(props: SearchBoxProps) {
  const { action, label, name = 'q', value, hint, suggestions = [], isLarge, lang } = props;
  const words = uiWords(lang);
  return (
    <search>
      <form className={isLarge ? 'search big' : 'search'} action={action} method="get">
        <label className="label" htmlFor={`search-${name}`}>
          {label}
        </label>
        <div className="search-row">
          <input
            id={`search-${name}`}
            className="in"
            type="search"
            name={name}
            defaultValue={value}
            autoComplete="off"
            aria-describedby={hint ? `search-${name}-hint` : undefined}
          />
          <button className="btn" type="submit">
            <Icon name="search" />
            {words.search}
          </button>
        </div>
        {hint ? (
          <div className="hint" id={`search-${name}-hint`}>
            {hint}
          </div>
        ) : null}
        {suggestions.length > 0 ? (
          <ul className="chips">
            {suggestions.map(({ text, href }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </form>
    </search>
  );
}
