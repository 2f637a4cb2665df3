import { Icon, type IconName, Mark } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';
import { type Theme, type TypeSize, typeSizes } from '../theme.ts';

export type PageHeaderProps = {
  /** "示例市政务服务" */
  serviceName: string;
  homeHref: string;
  /** Address that dresses this same page otherwise and remembers it: after sign-in, on errors, everywhere. */
  themeHref: (theme: Theme, typeSize: TypeSize) => string;
  languageHref: (lang: Lang) => string;
  signInHref: string;
  /** Who is signed in, masked; signing out is a POST with its token, since a link could be followed unawares. */
  person?:
    | { name: string; accountHref: string; signOutAction: string; token?: { name: string; value: string } | undefined }
    | undefined;
  lang: Lang;
  theme: Theme;
  typeSize: TypeSize;
};

type ToolProps = { href: string; icon: IconName; text: string; isCurrent?: boolean; lang?: string };

function Tool({ href, icon, text, isCurrent, lang }: ToolProps) {
  return (
    <a className="tool" href={href} aria-current={isCurrent ? 'true' : undefined} lang={lang} hrefLang={lang}>
      <Icon name={icon} />
      {text}
    </a>
  );
}

function Person({ person, lang, theme }: Pick<PageHeaderProps, 'person' | 'lang' | 'theme'>) {
  const words = uiWords(lang);
  if (!person) return null;
  return (
    <>
      <Tool href={person.accountHref} icon="person" text={person.name} />
      <form method="post" action={person.signOutAction}>
        {person.token ? <input type="hidden" name={person.token.name} value={person.token.value} /> : null}
        <button className="tool" type="submit" data-minor="">
          <Icon name="exit" />
          {theme === 'kiosk' ? words.endSession : words.signOut}
        </button>
      </form>
    </>
  );
}

/** Mark and name, then how the page is shown, then who is signed in. 长辈版 is the third stop of the Tab key. */
export function PageHeader(props: PageHeaderProps) {
  const { serviceName, homeHref, themeHref, languageHref, signInHref, person, lang, theme, typeSize } = props;
  const words = uiWords(lang);
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <header className="top">
      <div className="wrap top-row">
        <a className="brand" href={homeHref}>
          <Mark />
          {serviceName}
        </a>
        <nav className="tools" aria-label={words.display}>
          {theme === 'large' ? (
            <Tool href={themeHref('standard', 1)} icon="textSize" text={words.standard} />
          ) : (
            <Tool href={themeHref('large', 1)} icon="textSize" text={words.large} />
          )}
          {theme === 'high-contrast' ? (
            <Tool href={themeHref('standard', 1)} icon="contrast" text={words.standard} />
          ) : (
            <Tool href={themeHref('high-contrast', 1)} icon="contrast" text={words['high-contrast']} />
          )}
          <Tool
            href={languageHref(other)}
            icon="globe"
            text={other === 'en' ? 'English' : '中文'}
            lang={other === 'en' ? 'en' : 'zh-CN'}
          />
          {person ? (
            <Person person={person} lang={lang} theme={theme} />
          ) : (
            <Tool href={signInHref} icon="person" text={words.signIn} />
          )}
        </nav>
      </div>
      {theme === 'large' ? (
        <nav className="wrap sizes" aria-label={words.typeSize}>
          <span>{words.typeSize}</span>
          {typeSizes.map((size) => (
            <a
              key={size}
              className={`tool size-${size}`}
              href={themeHref('large', size)}
              aria-current={size === typeSize ? 'true' : undefined}
            >
              {words[`size${size}`]}
            </a>
          ))}
        </nav>
      ) : null}
    </header>
  );
}
