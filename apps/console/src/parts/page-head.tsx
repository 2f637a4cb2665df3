import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { say } from '../sentences/say.ts';

/** A page the browser itself opened has its title read out and the focus at its top; one come to by a link has neither. */
export const isCameByLink = ({ key }: { readonly key: string }): boolean => key !== 'default';

/**
 * The page's name in the browser's title. Who came by a link finds the focus on the heading, unless they have gone on
 * already: a screen reader says where one is, and Tab goes on from there.
 */
export function useHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const location = useLocation();
  const isByLink = isCameByLink(location);
  useEffect(() => {
    document.title = `${title} · ${say('frame.console')}`;
  }, [title]);
  useEffect(() => {
    if (isByLink && (document.activeElement ?? document.body).matches('body, main')) heading.current?.focus();
  }, [location.pathname]);
  return heading;
}

/** The page's name, in the page and in the browser's title. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useHeading(title);
  return (
    <div className="page-head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
