import type { Hall } from '@zhengtong/catalogue';
import type { PhoneMessage } from '@zhengtong/messages';
import { EmptyState, InChinese, Notice, SummaryList, Table } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import type { HallsToday } from '../read-hall-today.ts';
import { saySecond } from '../say-time.ts';
import type { DemoCode } from '../site.ts';
import type { Visit } from '../visit.ts';
import { HallNow } from './hall-now.tsx';
import { Ways } from './way.tsx';

const home = ({ say }: Visit) => [{ text: say('frame.home'), href: '/' }];

export function helpPage(visit: Visit, halls: readonly Hall[], now: HallsToday): Content {
  const { say, lang, pick } = visit;
  return {
    title: say('about.helpTitle'),
    breadcrumb: home(visit),
    children: (
      <>
        <h1>{say('about.helpTitle')}</h1>
        <h2>{say('about.helpPhone')}</h2>
        <p>{say('about.helpPhoneText')}</p>
        <h2>{say('about.helpHow')}</h2>
        <ol>
          <li>{say('about.helpHow1')}</li>
          <li>{say('about.helpHow2')}</li>
          <li>{say('about.helpHow3')}</li>
          <li>{say('about.helpHow4')}</li>
        </ol>
        <h2>{say('about.helpElder')}</h2>
        <p>{say('about.helpElderText')}</p>
        {halls.length > 0 ? (
          <SummaryList
            title={say('about.helpHalls')}
            lang={lang}
            rows={halls.map((hall) => ({
              label: pick(hall.name, hall.nameEn),
              value: (
                <>
                  <HallNow visit={visit} today={now.get(hall.id)} />
                  {[pick(hall.address, hall.addressEn), pick(hall.hours, hall.hoursEn), hall.phone]
                    .filter(Boolean)
                    .map((line) => (
                      <p key={line}>
                        <InChinese lang={lang}>{line}</InChinese>
                      </p>
                    ))}
                </>
              ),
            }))}
          />
        ) : null}
      </>
    ),
  };
}

export function statementPage(visit: Visit): Content {
  const { say } = visit;
  return {
    title: say('about.statementTitle'),
    breadcrumb: home(visit),
    children: (
      <>
        <h1>{say('about.statementTitle')}</h1>
        <p className="lead">{say('about.statementLead')}</p>
        <ul>
          <li>{say('about.statement1')}</li>
          <li>{say('about.statement2')}</li>
          <li>{say('about.statement3')}</li>
          <li>{say('about.statement4')}</li>
          <li>{say('about.statement5')}</li>
        </ul>
      </>
    ),
  };
}

/** What means something only to those who build upon this site; a citizen is told so and led back. */
export function developersPage(visit: Visit): Content {
  const { say } = visit;
  return {
    title: say('about.developersTitle'),
    breadcrumb: home(visit),
    children: (
      <>
        <h1>{say('about.developersTitle')}</h1>
        <p className="lead">{say('about.developersLead')}</p>
        <Ways
          ways={[
            ['/api', say('about.developersApi')],
            ['/design', say('about.developersDesign')],
          ]}
        />
      </>
    ),
  };
}

type Phone = { readonly phone: string; readonly messages: readonly PhoneMessage[] };

/** Messages of the demo city's phones. Said first: this is no phone, and real use has no such page. */
export function phonePage(visit: Visit, phones: readonly Phone[], codes: readonly DemoCode[]): Content {
  const { say, lang } = visit;
  return {
    title: say('about.phoneTitle'),
    breadcrumb: home(visit),
    children: (
      <>
        <h1>{say('about.phoneTitle')}</h1>
        <Notice kind="attention">{say('about.phoneLead')}</Notice>
        <p>
          {say('about.phoneLater')} <a href="/demo/phone">{say('about.phoneAgain')}</a>
        </p>
        {phones.length === 0 ? <EmptyState title={say('about.phoneNone')} icon="phone" /> : null}
        {phones.map(({ phone, messages }) => (
          <section key={phone}>
            <h2>{say('about.phoneOf', { phone })}</h2>
            <ul>
              {messages.slice(0, 5).map((message) => (
                <li key={message.id}>
                  <span className="hint">{saySecond(message.at, lang)}</span>
                  <br />
                  <InChinese lang={lang}>{message.text}</InChinese>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {codes.length > 0 ? (
          <section>
            <h2>{say('about.codesTitle')}</h2>
            <p>{say('about.codesLead')}</p>
            <Table
              caption={say('about.codesTitle')}
              isCaptionHidden
              columns={[
                { key: 'account', label: say('about.codeAccount') },
                { key: 'code', label: say('about.code') },
              ]}
              rows={codes.map(({ account, code }) => ({ id: account, cells: { account, code } }))}
            />
          </section>
        ) : null}
      </>
    ),
  };
}
