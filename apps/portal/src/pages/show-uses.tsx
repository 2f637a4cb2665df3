import { Details, EmptyState, InChinese, LongNumbers, Pagination, Table } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import type { Use, Uses } from '../list-uses.ts';
import { itemNameOf } from '../say-name.ts';
import { clockOf, sayWeekdayOfYear } from '../say-time.ts';
import { sayField, sayPurpose, sayRole } from '../say-use.ts';
import type { Visit } from '../visit.ts';

type Given = { readonly uses: Uses; readonly isLater: boolean };

/** Who handled my data, day by day: which body and post, what was seen, what for, and how often (个人信息保护法 44, 45). */
export function usesPage(visit: Visit, { uses, isLater }: Given): Content {
  const { say, lang } = visit;
  return {
    title: say('uses.title'),
    isWide: true,
    breadcrumb: [{ text: say('account.title'), href: '/my/account' }],
    children: (
      <>
        <h1>{say('uses.title')}</h1>
        <p className="lead">{say('uses.lead')}</p>
        {uses.days.length === 0 ? (
          <EmptyState title={say('uses.empty')} icon="eye">
            <p>{say('uses.emptyText')}</p>
          </EmptyState>
        ) : null}
        {uses.days.map(({ day, uses: ofDay }) => (
          <section key={day}>
            <h2>{sayWeekdayOfYear(day, lang)}</h2>
            <Table
              caption={say('uses.ofDay', { day: sayWeekdayOfYear(day, lang) })}
              isCaptionHidden
              columns={[
                { key: 'who', label: say('uses.who') },
                { key: 'what', label: say('uses.what') },
                { key: 'why', label: say('uses.why') },
                { key: 'when', label: say('uses.when') },
              ]}
              rows={ofDay.map((use) => ({ id: use.key, cells: cellsOf(visit, use) }))}
            />
          </section>
        ))}
        <Pagination
          isByTime
          nextHref={uses.before && `/my/uses?before=${uses.before}`}
          firstHref={isLater ? '/my/uses' : undefined}
          lang={lang}
        />
        <p>{say('uses.complain')}</p>
      </>
    ),
  };
}

function cellsOf(visit: Visit, use: Use) {
  const { lang } = visit;
  return {
    who: <Who visit={visit} use={use} />,
    what: <span>{use.fields.map((field) => sayField(visit, field)).join(lang === 'zh' ? '、' : ', ')}</span>,
    why: <Why visit={visit} use={use} />,
    when: <When visit={visit} use={use} />,
  };
}

function Who({ visit, use }: { visit: Visit; use: Use }) {
  const { say, lang } = visit;
  const { newest, reader } = use;
  if (newest.actorKind === 'system') {
    return (
      <>
        {say('uses.program')}
        <br />
        <span className="hint">{say('uses.programText')}</span>
      </>
    );
  }
  if (newest.actorKind === 'public') return say('uses.byNumber');
  if (newest.actorKind !== 'staff') return say('uses.yourself');
  const { post } = reader;
  return (
    <>
      <InChinese lang={lang}>{reader.organisation ?? say('uses.someBody')}</InChinese>
      <br />
      <span className="hint">
        {post ? (lang === 'zh' ? post.title : sayRole(visit, post.role)) : say('uses.staff')}
      </span>
    </>
  );
}

function Why({ visit, use }: { visit: Visit; use: Use }) {
  const { say, lang } = visit;
  const { about, newest } = use;
  return (
    <span>
      <InChinese lang={lang}>{sayPurpose(visit, newest.purpose)}</InChinese>
      {about ? (
        <>
          <br />
          <a href={caseHref(about.caseId)}>{itemNameOf(visit, about)}</a>
          <br />
          <span className="hint">
            <LongNumbers lang={lang}>
              {say('cases.number', { number: about.officialNumber ?? about.number })}
            </LongNumbers>
          </span>
        </>
      ) : null}
    </span>
  );
}

/** Once: the time. More often: from when to when and how often and, where that is not all, opened, each time. */
function When({ visit: { say, lang }, use: { times } }: { visit: Visit; use: Use }) {
  const clocks = [...new Set(times.toReversed().map(clockOf))];
  const [from = '', to] = [clocks[0], clocks.at(-1)];
  if (times.length === 1) return <span>{from}</span>;
  const count = times.length;
  const said =
    to === from ? say('uses.timesAt', { at: from, count }) : say('uses.times', { from, to: to ?? '', count });
  if (clocks.length <= 2) return <span>{said}</span>;
  return (
    <Details summary={said}>
      <p>{clocks.join(lang === 'zh' ? '、' : ', ')}</p>
    </Details>
  );
}
