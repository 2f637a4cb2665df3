import { Button, Buttons, ErrorSummary, LinkButton, Notice, Panel, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';

type Given = {
  readonly back: string;
  readonly name?: string;
  readonly number?: string;
  readonly error?: { readonly id: 'name' | 'number'; readonly text: string };
};

export function verifyPersonPage(visit: Visit, { back, name, number, error }: Given): Content {
  const { say, lang, site } = visit;
  const errorOf = (id: string) => (error?.id === id ? error.text : undefined);
  return {
    title: say('verify.title'),
    hasErrors: !!error,
    children: (
      <>
        {error ? <ErrorSummary errors={[error]} lang={lang} /> : null}
        <h1>{say('verify.title')}</h1>
        <p className="lead">{say('verify.lead')}</p>
        {site.ports.register.demoAreas?.length ? <Notice>{say('verify.demo')}</Notice> : null}
        <form method="post" action="/my/verification">
          <Hidden visit={visit} more={{ back }} />
          <TextInput
            id="name"
            name="name"
            autoComplete="name"
            width="middle"
            label={say('verify.name')}
            value={name}
            error={errorOf('name')}
            lang={lang}
          />
          <TextInput
            id="number"
            name="number"
            isCode
            width="middle"
            label={say('verify.number')}
            hint={say('verify.numberHint')}
            value={number}
            error={errorOf('number')}
            lang={lang}
          />
          <Buttons>
            <Button>{say('verify.button')}</Button>
          </Buttons>
        </form>
      </>
    ),
  };
}

export const verifiedPage = ({ say }: Visit): Content => ({
  title: say('verify.done'),
  breadcrumb: [{ text: say('account.title'), href: '/my/account' }],
  children: (
    <>
      <Panel title={say('verify.done')}>
        <p>{say('verify.doneText')}</p>
      </Panel>
      <Buttons>
        <LinkButton href="/">{say('verify.findService')}</LinkButton>
      </Buttons>
    </>
  ),
});
