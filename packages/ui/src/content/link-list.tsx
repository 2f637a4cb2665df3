import type { Lang } from '../language.ts';
import { InChinese } from './in-chinese.tsx';

export type LinkListProps = { links: readonly { href: string; text: string }[]; lang?: Lang | undefined };

/** Several places to go to, one below another, each line large enough for a finger. */
export const LinkList = ({ links, lang }: LinkListProps) => (
  <ul className="to-do">
    {links.map(({ href, text }) => (
      <li key={href}>
        <a href={href}>
          <InChinese lang={lang}>{text}</InChinese>
        </a>
      </li>
    ))}
  </ul>
);
