import { Button, Buttons, ErrorSummary, Notice, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { Ways } from './way.tsx';

/** In the address to come back to: a file was sent after the session had ended. */
export const chooseAgain = 'again=1';

export type Kept = { readonly back?: string | undefined; readonly kept?: string | undefined };
type Wrong = { readonly phone?: string | undefined; readonly error?: string | undefined };

export function signInPage(visit: Visit, { back, kept, phone, error }: Kept & Wrong): Content {
  const { say, lang } = visit;
  return {
    title: say('signIn.title'),
    hasErrors: !!error,
    children: (
      <>
        {error ? <ErrorSummary errors={[{ id: 'phone', text: error }]} lang={lang} /> : null}
        {kept ? <Notice kind="success">{say('signIn.keptNote')}</Notice> : null}
        {back?.endsWith(chooseAgain) ? <Notice kind="attention">{say('signIn.againNote')}</Notice> : null}
        <h1>{say('signIn.title')}</h1>
        <p className="lead">{say('signIn.lead')}</p>
        <PhoneForm visit={visit} back={back} kept={kept} phone={phone} error={error} />
      </>
    ),
  };
}

/** The session ended while somebody was typing: first that nothing is lost, then how to go on. */
export function keptPage(visit: Visit, kept: string, isWithoutFiles: boolean): Content {
  const { say } = visit;
  return {
    title: say('frame.keptTitle'),
    children: (
      <>
        <h1>{say('frame.keptTitle')}</h1>
        <p className="lead">{say('frame.keptText')}</p>
        {isWithoutFiles ? <Notice kind="attention">{say('signIn.filesNote')}</Notice> : null}
        <PhoneForm visit={visit} kept={kept} />
      </>
    ),
  };
}

function PhoneForm({ visit, back, kept, phone, error }: Kept & Wrong & { visit: Visit }) {
  const { say, lang, site } = visit;
  // Said before anybody types a number: no code could come.
  if (site.ports.codes?.hasTexts === false) return <Notice kind="attention">{say('signIn.noTexts')}</Notice>;
  return (
    <form method="post" action="/sign-in">
      <Hidden visit={visit} more={{ back: back ?? '', kept: kept ?? '' }} />
      <TextInput
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        width="middle"
        isCode
        label={say('signIn.phone')}
        hint={say('signIn.phoneHint')}
        value={phone}
        error={error}
        lang={lang}
      />
      <Buttons>
        <Button>{say('signIn.send')}</Button>
      </Buttons>
    </form>
  );
}

export function codePage(visit: Visit, { kept, error }: Kept & Wrong): Content {
  const { say, lang, site } = visit;
  return {
    title: say('signIn.codeTitle'),
    hasErrors: !!error,
    backTo: kept ? '/sign-in' : '/sign-in/code',
    children: (
      <>
        {error ? <ErrorSummary errors={[{ id: 'code', text: error }]} lang={lang} /> : null}
        <h1>{say('signIn.codeTitle')}</h1>
        <p className="lead">{say('signIn.codeSent')}</p>
        {site.ports.demoPhone ? (
          <Notice>
            <a href="/demo/phone" target="_blank" rel="noopener">
              {say('signIn.demo')}
            </a>
          </Notice>
        ) : null}
        <form method="post" action="/sign-in/code">
          <Hidden visit={visit} more={{ kept: kept ?? '' }} />
          <TextInput
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            isCode
            label={say('signIn.code')}
            hint={say('signIn.codeHint')}
            error={error}
            lang={lang}
          />
          <Buttons>
            <Button>{say('signIn.enter')}</Button>
          </Buttons>
        </form>
        <p className="hint">{say('signIn.codeVoice')}</p>
        <form method="post" action="/sign-in">
          <Hidden visit={visit} more={{ kept: kept ?? '', again: 'yes' }} />
          <Button look="quiet">{say('signIn.again')}</Button>
        </form>
        <Ways ways={[['/sign-in', say('signIn.otherPhone')]]} />
      </>
    ),
  };
}
