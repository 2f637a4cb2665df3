import { type ReactNode, useEffect } from 'react';
import { say } from '../sentences/say.ts';

/** The page's name, in the page and in the browser's title. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${say('frame.console')}`;
  }, [title]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
