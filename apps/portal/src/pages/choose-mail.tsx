import { Button, Buttons, ErrorSummary, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';

type Given = {
  readonly mine: { readonly address: string; readonly isConfirmed: boolean } | undefined;
  /** As it was typed, right or wrong. */
  readonly typed?: string;
  readonly error?: { readonly id: 'address' | 'code'; readonly text: string };
};

/** Where letters go besides the portal: an address whose owner gave back the code that was sent to it. */
export function mailPage(visit: Visit, { mine, typed, error }: Given): Content {
  const { say, lang, site } = visit;
  return {
    title: say('mail.title'),
    hasErrors: !!error,
    breadcrumb: [{ text: say('account.title'), href: '/my/account' }],
    children: (
      <>
        {error ? <ErrorSummary errors={[error]} lang={lang} /> : null}
        <h1>{say('mail.title')}</h1>
        <p className="lead">{say('mail.lead')}</p>
        {site.ports.sendsMail ? null : <p>{say('mail.away')}</p>}
        {site.ports.sendsMail || mine ? <p>{sayStanding(visit, mine)}</p> : null}
        {site.ports.sendsMail && mine && !mine.isConfirmed ? (
          <form method="post" action="/my/mail/confirmation">
            <Hidden visit={visit} />
            <TextInput
              id="code"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              isCode
              width="short"
              label={say('mail.code')}
              error={error?.id === 'code' ? error.text : undefined}
              lang={lang}
            />
            <Buttons>
              <Button>{say('mail.confirm')}</Button>
            </Buttons>
          </form>
        ) : null}
        {site.ports.sendsMail ? (
          <form method="post" action="/my/mail">
            <Hidden visit={visit} />
            <TextInput
              id="address"
              name="address"
              type="email"
              autoComplete="email"
              width="middle"
              label={mine ? say('mail.other') : say('mail.address')}
              hint={say('mail.addressHint')}
              value={typed}
              error={error?.id === 'address' ? error.text : undefined}
              lang={lang}
            />
            <Buttons>
              <Button {...(mine ? { look: 'second' as const } : {})}>{say('mail.give')}</Button>
            </Buttons>
          </form>
        ) : null}
        {mine ? (
          <form method="post" action="/my/mail/removal">
            <Hidden visit={visit} />
            <Buttons>
              <Button look="second">{say('mail.remove')}</Button>
            </Buttons>
          </form>
        ) : null}
      </>
    ),
  };
}

function sayStanding({ say }: Visit, mine: Given['mine']): string {
  if (!mine) return say('mail.none');
  return say(mine.isConfirmed ? 'mail.now' : 'mail.waiting', { address: mine.address });
}
