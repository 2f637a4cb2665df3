import type { Firm, findPersonMasked, SessionLine } from '@zhengtong/identity';
import { Button, Buttons, InChinese, LinkButton, SummaryList, type Theme, TopicGrid } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { sayMoment } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { Ways } from './way.tsx';

type Given = {
  readonly me: NonNullable<Awaited<ReturnType<typeof findPersonMasked>>>;
  readonly firms: readonly Firm[];
  readonly sessions: readonly SessionLine[];
  readonly unread: number;
  /** Files sent and put to no application. */
  readonly loose: number;
};

/** Everything of one's own, numbers masked: a screen is read by others too. */
export function accountPage(visit: Visit, { me, firms, sessions, unread, loose }: Given): Content {
  const { say, lang } = visit;
  return {
    title: say('account.title'),
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    children: (
      <>
        <h1>{say('account.title')}</h1>
        <TopicGrid
          topics={[
            { icon: 'file', title: say('cases.title'), href: '/my/cases' },
            { icon: 'certificate', title: say('wallet.title'), href: '/my/certificates' },
            {
              icon: 'mail',
              title: unread > 0 ? say('frame.lettersUnread', { unread }) : say('letters.title'),
              href: '/my/letters',
            },
            { icon: 'eye', title: say('uses.title'), href: '/my/uses' },
          ]}
        />
        {loose > 0 ? <Ways ways={[['/my/files', say('loose.link', { count: loose })]]} /> : null}
        <SummaryList
          title={say('account.me')}
          lang={lang}
          rows={[
            { label: say('account.name'), value: me.name ?? undefined },
            {
              label: say('account.number'),
              value: me.residentNumber ? <span className="code">{me.residentNumber}</span> : undefined,
            },
            { label: say('account.phone'), value: <span className="code">{me.phone}</span> },
            {
              label: say('verify.title'),
              value: me.isVerified ? (
                say('account.verified')
              ) : (
                <LinkButton look="second" href="/my/verification">
                  {say('account.verify')}
                </LinkButton>
              ),
            },
          ]}
        />
        <Ways ways={[['/my/mail', say('mail.link')]]} />
        <Acting visit={visit} firms={firms} />
        <Ways ways={[['/my/firms', say('firms.link')]]} />
        <h2>{say('account.sessions')}</h2>
        <p>{say('account.sessionsText')}</p>
        {sessions.map((session) => (
          <SessionForm key={session.id} visit={visit} session={session} />
        ))}
        <Dress visit={visit} />
      </>
    ),
  };
}

function Acting({ visit, firms }: { visit: Visit; firms: readonly Firm[] }) {
  const { say, lang, actor } = visit;
  if (firms.length === 0) return null;
  const choices = [{ id: 'self', name: say('account.self') }, ...firms];
  const now = choices.find(({ id }) => id === (actor.firmId ?? 'self'));
  return (
    <>
      <h2 id="acting">{say('account.acting')}</h2>
      <p>
        <InChinese lang={lang}>{say('account.actingNow', { name: now?.name ?? '' })}</InChinese>
      </p>
      {choices
        .filter((one) => one !== now)
        .map((one) => (
          <form key={one.id} method="post" action="/my/acting">
            <Hidden visit={visit} more={{ as: one.id }} />
            <Button look="second">
              <span>
                <InChinese lang={lang}>{say('account.change', { name: one.name })}</InChinese>
              </span>
            </Button>
          </form>
        ))}
    </>
  );
}

function SessionForm({ visit, session }: { visit: Visit; session: SessionLine }) {
  const { say, lang } = visit;
  const where = [session.device, session.isThis ? say('account.thisDevice') : ''].filter(Boolean).join(' · ');
  return (
    <form method="post" action="/my/sessions/ending">
      <Hidden visit={visit} more={{ session: session.id }} />
      <p>
        <strong>{where}</strong>
        <br />
        {say('account.lastSeen', { at: sayMoment(session.seenAt, lang) })}
      </p>
      <Buttons>
        <Button look="second">
          {say('account.end')}
          <span className="vh"> {where}</span>
        </Button>
      </Buttons>
    </form>
  );
}

function Dress({ visit }: { visit: Visit }) {
  const { say } = visit;
  const dresses: [Theme, string][] = [
    ['large', say('account.large')],
    ['standard', say('account.standard')],
    ['high-contrast', say('account.contrast')],
  ];
  return (
    <>
      <h2>{say('account.display')}</h2>
      <p>{say('account.displayText')}</p>
      <Buttons>
        {dresses
          .filter(([theme]) => theme !== visit.theme)
          .map(([theme, text]) => (
            <LinkButton key={theme} look="second" href={`/display?theme=${theme}&size=1&back=%2Fmy%2Faccount`}>
              {text}
            </LinkButton>
          ))}
      </Buttons>
    </>
  );
}
