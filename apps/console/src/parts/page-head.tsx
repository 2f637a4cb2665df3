import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { say } from '../sentences/say.ts';
import { OwnWords } from './own-words.tsx';

/** A page the browser itself opened has its title read out and the focus at its top; one come to by a link has neither. */
export const isCameByLink = (locationKey: string): boolean => locationKey !== 'default';

/**
 * The page's name in the browser's title. Who came by a link finds the focus on the heading, unless they have gone on
 * already: a screen reader says where one is, and Tab goes on from there.
 */
export function useHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const isByLink = isCameByLink(key);
  useEffect(() => {
    document.title = `${title} · ${say('frame.console')}`;
  }, [title]);
  useEffect(() => {
    if (isByLink && (document.activeElement ?? document.body).matches('body, main')) heading.current?.focus();
  }, [pathname]);
  return heading;
}

type PageHeadProps = {
  title: string;
  /** The title is a name that exists in Chinese only. */
  isOwn?: boolean;
  children?: ReactNode;
};

/** The page's name, in the page and in the browser's title. */
export function PageHead({ title, isOwn = false, children }: PageHeadProps) {
  const heading = useHeading(title);
  return (
    <div className="page-head">
      <h1 ref={heading} tabIndex={-1}>
        {isOwn ? <OwnWords>{title}</OwnWords> : title}
      </h1>
      {children}
    </div>
  );
}
