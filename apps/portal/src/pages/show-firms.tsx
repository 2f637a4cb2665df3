import type { Firm } from '@zhengtong/identity';
import { Button, Buttons, EmptyState, ErrorSummary, InChinese, Notice, Panel, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';

type Given = {
  readonly firms: readonly Firm[];
  /** The one just added. */
  readonly added?: Firm | undefined;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
};

/** The firms a person may act for, and how another one comes to be among them. */
export function firmsPage(visit: Visit, { firms, added, code, error }: Given): Content {
  const { say, lang } = visit;
  return {
    title: say('firms.title'),
    hasErrors: !!error,
    breadcrumb: [{ text: say('account.title'), href: '/my/account' }],
    children: (
      <>
        {error ? <ErrorSummary errors={[{ id: 'code', text: error }]} lang={lang} /> : null}
        {added ? <Added visit={visit} firm={added} /> : null}
        <h1>{say('firms.title')}</h1>
        <p className="lead">{say('firms.lead')}</p>
        {firms.length > 0 ? <h2>{say('firms.mine')}</h2> : <EmptyState title={say('firms.empty')} />}
        {firms.map((firm) => (
          <OneFirm key={firm.id} visit={visit} firm={firm} />
        ))}
        <h2>{say('firms.add')}</h2>
        <AddFirm visit={visit} firms={firms} code={code} error={error} />
      </>
    ),
  };
}

const Added = ({ visit: { say, lang }, firm }: { visit: Visit; firm: Firm }) => (
  <Panel title={say('firms.added', { name: firm.name })}>
    <p>
      <InChinese lang={lang}>{firm.creditCode}</InChinese>
    </p>
  </Panel>
);

function OneFirm({ visit, firm }: { visit: Visit; firm: Firm }) {
  const { say, lang, actor } = visit;
  return (
    <form method="post" action="/my/acting">
      <Hidden visit={visit} more={{ as: firm.id }} />
      <p>
        <strong>
          <InChinese lang={lang}>{firm.name}</InChinese>
        </strong>
        <br />
        <span className="code">{firm.creditCode}</span>
      </p>
      {actor.firmId === firm.id ? (
        <p>{say('firms.acting')}</p>
      ) : (
        <Buttons>
          <Button look="second">
            {say('firms.act')}
            <span className="vh"> {firm.name}</span>
          </Button>
        </Buttons>
      )}
    </form>
  );
}

function AddFirm({ visit, firms, code, error }: Omit<Given, 'added'> & { readonly visit: Visit }) {
  const { say, lang, site } = visit;
  const register = site.ports.firmRegister;
  if (!register) {
    return (
      <Notice title={say('firms.notConnected')}>
        <p>{say('firms.notConnectedText')}</p>
      </Notice>
    );
  }
  const toTry = register.demoFirms?.findLast(({ creditCode }) => !firms.some((one) => one.creditCode === creditCode));
  return (
    <form method="post" action="/my/firms">
      <Hidden visit={visit} />
      <p>{say('firms.addText')}</p>
      {toTry ? (
        <Notice>{say('firms.demo', { person: toTry.representative, code: toTry.creditCode, name: toTry.name })}</Notice>
      ) : null}
      <TextInput
        id="code"
        name="code"
        isCode
        width="middle"
        label={say('firms.code')}
        hint={say('firms.codeHint')}
        value={code}
        error={error}
        lang={lang}
      />
      <Buttons>
        <Button>{say('firms.button')}</Button>
      </Buttons>
    </form>
  );
}
