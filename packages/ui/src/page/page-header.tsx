import { InChinese } from '../content/in-chinese.tsx';
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

const ContrastTool = ({ themeHref, lang, theme }: PageHeaderProps) =>
  theme === 'high-contrast' ? (
    <Tool href={themeHref('standard', 1)} icon="contrast" text={uiWords(lang).standard} />
  ) : (
    <Tool href={themeHref('high-contrast', 1)} icon="contrast" text={uiWords(lang)['high-contrast']} />
  );

function LanguageTool({ languageHref, lang }: PageHeaderProps) {
  const other = lang === 'zh' ? 'en' : 'zh';
  const [text, tag] = other === 'en' ? ['English', 'en'] : ['中文', 'zh-CN'];
  return <Tool href={languageHref(other)} icon="globe" text={text} lang={tag} />;
}

/** The way to one's own things, or to sign in. The name says whose things; on a narrow screen there is no room for it. */
function PersonTool({ person, signInHref, lang }: PageHeaderProps) {
  const words = uiWords(lang);
  if (!person) return <Tool href={signInHref} icon="person" text={words.signIn} />;
  return (
    <a className="tool" href={person.accountHref}>
      <Icon name="person" />
      {words.account}
      <span className="whose">
        <InChinese lang={lang}>{person.name}</InChinese>
      </span>
    </a>
  );
}

function SignOut({ person, lang, theme }: PageHeaderProps) {
  const words = uiWords(lang);
  if (!person) return null;
  return (
    <form method="post" action={person.signOutAction}>
      {person.token ? <input type="hidden" name={person.token.name} value={person.token.value} /> : null}
      <button className="tool" type="submit" data-minor="">
        <Icon name="exit" />
        {theme === 'kiosk' ? words.endSession : words.signOut}
      </button>
    </form>
  );
}

function Sizes({ themeHref, lang, theme, typeSize }: PageHeaderProps) {
  const words = uiWords(lang);
  if (theme !== 'large') return null;
  return (
    <div className="sizes">
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
    </div>
  );
}

/**
 * Mark and name, then how the page is shown, then who is signed in. 长辈版 is the third stop of the Tab key. A narrow
 * screen has two rows: what is needed less often stands under "more", which opens without script.
 */
export function PageHeader(props: PageHeaderProps) {
  const { serviceName, homeHref, themeHref, lang, theme } = props;
  const words = uiWords(lang);
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
          <div className="roomy">
            <ContrastTool {...props} />
          </div>
          <div className="language">
            <LanguageTool {...props} />
          </div>
          <PersonTool {...props} />
          <div className="roomy">
            <SignOut {...props} />
          </div>
          <details className="more">
            <summary className="tool">{words.more}</summary>
            <div className="more-in">
              <Sizes {...props} />
              <ContrastTool {...props} />
              <div className="language-too">
                <LanguageTool {...props} />
              </div>
              <SignOut {...props} />
            </div>
          </details>
        </nav>
      </div>
      {theme === 'large' ? (
        <nav className="wrap roomy" aria-label={words.typeSize}>
          <Sizes {...props} />
        </nav>
      ) : null}
    </header>
  );
}
