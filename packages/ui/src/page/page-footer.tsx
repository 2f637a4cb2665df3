import { Fret } from '../content/fret.tsx';
import { Icon, type IconName } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';

export type PageFooterProps = {
  /** Ways to a person, always three or four, always first: a phone number, a hall, a message. */
  help: { icon: IconName; text: string; detail?: string | undefined; href: string }[];
  links: { text: string; href: string }[];
  /** Who answers for the site, and what the law wants said. */
  publisher: string;
  lang: Lang;
};

/** Help, then links, then who answers for it all. */
export function PageFooter({ help, links, publisher, lang }: PageFooterProps) {
  return (
    <footer className="foot">
      <Fret holdsPattern />
      <div className="wrap">
        <section className="help" aria-labelledby="help-title">
          <h2 id="help-title">{uiWords(lang).help}</h2>
          <ul>
            {help.map(({ icon, text, detail, href }) => (
              <li key={href}>
                <a href={href}>
                  <Icon name={icon} />
                  <span>
                    {text}
                    {detail ? <span className="help-detail">{detail}</span> : null}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <ul className="foot-links">
          {links.map(({ text, href }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
        <p className="publisher">{publisher}</p>
      </div>
    </footer>
  );
}
