import { SignOutStaff } from '@zhengtong/identity/contract';
import { App, Button } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { useKeys } from '../keys.ts';
import { lang, say, sayCode } from '../sentences/say.ts';
import { useMe } from '../session.ts';
import { useCommand } from '../use-command.ts';
import { dutiesOf } from './duties.ts';
import { useKeptFocus } from './kept-focus.ts';
import { KeyList } from './key-list.tsx';
import { OwnWords } from './own-words.tsx';
import { isCameByLink } from './page-head.tsx';
import { useTrail } from './trail.ts';

/** The frame of every page: where one can go, who is signed in, the page itself. */
export function Frame({ children }: { children: ReactNode }) {
  const me = useMe();
  const navigate = useNavigate();
  const [isKeysOpen, setKeysOpen] = useState(false);
  const content = useRef<HTMLElement>(null);
  useKeptFocus(content);
  const { key, pathname, search } = useLocation();
  const isByLink = isCameByLink(key);
  useTrail(pathname);
  // Before the new page's heading looks where the focus is: it must not have stayed on the link.
  useLayoutEffect(() => {
    if (isByLink) content.current?.focus({ preventScroll: true });
  }, [pathname]);
  useKeys({ '?': () => setKeysOpen(true) });
  const { run, isRunning, failure } = useCommand(SignOutStaff);
  const { message } = App.useApp();
  // Who leaves a desk must not believe to be signed out while the session goes on.
  const signOut = async (): Promise<void> => {
    if (await run({})) await navigate('/sign-in');
  };
  useEffect(() => {
    if (failure && failure.kind !== 'not-signed-in')
      void message.error(`${say('frame.signOutFailed')}${failure.message}`);
  }, [failure, message]);
  return (
    <div className="frame">
      {/* No new place in the history: “u” on a case would not find the inbox behind it. */}
      <Link className="skip" to={{ search, hash: 'content' }} replace onClick={() => content.current?.focus()}>
        {say('frame.skip')}
      </Link>
      <header className="rail">
        <p className="brand">{say('frame.console')}</p>
        <nav aria-label={say('frame.navigation')}>
          <ul>
            {dutiesOf(me).map(({ to, name }) => (
              <li key={to}>
                <NavLink to={to}>{say(`frame.${name}`)}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="who">
          <p>
            <strong>
              <OwnWords>{me.name}</OwnWords>
            </strong>
            <span>
              {me.postTitle === me.roles[0] ? '' : <OwnWords>{`${me.postTitle} · `}</OwnWords>}
              {me.roles.map((role) => sayCode('role', role)).join(say('frame.and'))}
            </span>
            <span>
              <OwnWords>{me.organisationName}</OwnWords>
            </span>
          </p>
          <div className="who-buttons">
            <Button size="small" type="text" onClick={() => setKeysOpen(true)}>
              {say('frame.keys')} <kbd>?</kbd>
            </Button>
            <OtherLanguage />
            <Button size="small" type="text" disabled={isRunning} onClick={signOut}>
              {say('frame.signOut')}
            </Button>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} ref={content}>
        {children}
      </main>
      <KeyList isOpen={isKeysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}

/** A plain link: the server remembers the language, since its own sentences follow it. */
export function OtherLanguage() {
  const { pathname, search } = useLocation();
  const other = lang === 'en' ? 'zh' : 'en';
  const back = encodeURIComponent(`/console${pathname}${search}`);
  return (
    <a
      className="language"
      href={`/console/language?lang=${other}&back=${back}`}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      hrefLang={other}
    >
      {say('frame.otherLanguage')}
    </a>
  );
}
