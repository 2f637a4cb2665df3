// The frame every page stands in. Header, help and footer are in the same place on each page (WCAG 3.2.6).
import type { ReactNode } from 'react';
import { type Lang, uiWords } from '../language.ts';
import type { Theme, TypeSize } from '../theme.ts';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { PageFooter, type PageFooterProps } from './page-footer.tsx';
import { PageHeader, type PageHeaderProps } from './page-header.tsx';

export type PageProps = {
  lang: Lang;
  theme: Theme;
  /** Only 长辈版 and the kiosk heed it. */
  typeSize?: TypeSize | undefined;
  /** What the tab shows before the service's name; the h1 is the page's own. */
  title: string;
  /** Puts "错误：" before the title, the first thing a screen reader says after a form came back. */
  hasErrors?: boolean | undefined;
  header: Omit<PageHeaderProps, 'lang' | 'theme' | 'typeSize'>;
  footer: Omit<PageFooterProps, 'lang'>;
  breadcrumb?: Crumb[] | undefined;
  /** Stands over the whole width between header and content: the home page's search. */
  hero?: ReactNode;
  /** Stands beside the content on a wide screen and after it on a narrow one. */
  aside?: ReactNode;
  /** Tables and grids may use the whole width; text keeps to one column. */
  isWide?: boolean | undefined;
  styleHref: string;
  /** Enhancement scripts; the page works without them. */
  scripts?: { src: string; integrity?: string | undefined }[] | undefined;
  /** Of the Content-Security-Policy; carried by every script and style link. */
  nonce?: string | undefined;
  children: ReactNode;
};

/** A whole document without its doctype; `renderPage` adds that. */
export function Page(props: PageProps) {
  const { lang, theme, typeSize = 1, title, hasErrors, header, footer, breadcrumb, hero, aside, isWide } = props;
  const words = uiWords(lang);
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'} data-theme={theme} data-size={typeSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'high-contrast' ? 'dark' : 'light'} />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${hasErrors ? words.errorPrefix : ''}${title} · ${header.serviceName}`}</title>
        <link rel="stylesheet" href={props.styleHref} nonce={props.nonce} />
        {(props.scripts ?? []).map((script) => (
          <script key={script.src} src={script.src} integrity={script.integrity} nonce={props.nonce} defer />
        ))}
      </head>
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <PageHeader {...header} lang={lang} theme={theme} typeSize={typeSize} />
        {hero ? <div className="hero">{hero}</div> : null}
        <div className="wrap">
          {breadcrumb && breadcrumb.length > 0 ? <Breadcrumb crumbs={breadcrumb} lang={lang} /> : null}
          <div className={aside ? 'beside' : undefined}>
            <main id="main" className={isWide ? 'wide' : undefined} tabIndex={-1}>
              {props.children}
            </main>
            {aside ? <aside>{aside}</aside> : null}
          </div>
        </div>
        <PageFooter {...footer} lang={lang} />
      </body>
    </html>
  );
}
