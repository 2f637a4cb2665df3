import type { ItemPage } from '@zhengtong/catalogue';
import {
  Buttons,
  EmptyState,
  InChinese,
  LinkButton,
  Pagination,
  SearchBox,
  ServiceList,
  TopicGrid,
} from '@zhengtong/ui';
import { type Content, cityName } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { serviceRow } from './service-row.tsx';

const elderNames = ['长辈版', '亲情版', '关爱版', '关怀版', '老年版', 'large type'];

type SearchGiven = { readonly words: string; readonly found: ItemPage };

/** What was found, as people said it; the name of 长辈版 finds 长辈版 (MIIT 2021, 3.1). */
export function searchPage(visit: Visit, { words, found }: SearchGiven): Content {
  const { say, lang, request } = visit;
  const isElder = elderNames.includes(words.trim().toLowerCase());
  const fitting = found.isWeak ? [] : found.items;
  const count = fitting.length + (isElder ? 1 : 0);
  const isFirst = !isLaterPage(request.url);
  // A page's title cannot be marked as Chinese.
  const isTitle = words && !(lang === 'en' && /\p{Script=Han}/u.test(words));
  const title = isTitle ? say('search.title', { words }) : say('search.titleAll');
  return {
    title,
    isWide: true,
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    children: (
      <>
        <h1>
          <InChinese lang={lang}>{words ? say('search.heading', { words }) : say('search.titleAll')}</InChinese>
        </h1>
        <SearchBox action="/search" label={say('search.label')} value={words} lang={lang} />
        {count > 0 ? (
          <p className="hint">
            {isFirst ? say(found.after === null ? 'search.count' : 'search.countMore', { count }) : say('search.more')}
          </p>
        ) : null}
        {isElder ? (
          <ServiceList
            services={[
              {
                title: say('search.elderButton'),
                text: say('search.elderText'),
                href: `/display?theme=large&size=1&back=${encodeURIComponent(request.url)}`,
              },
            ]}
            headingLevel={2}
          />
        ) : null}
        {fitting.length > 0 ? (
          <ServiceList services={fitting.map((item) => serviceRow(visit, item))} headingLevel={2} lang={visit.lang} />
        ) : isElder ? null : (
          <EmptyState title={say('search.none', { words })} icon="search">
            <p>{say('search.noneText')}</p>
            <WhereElse visit={visit} />
          </EmptyState>
        )}
        {found.isWeak && found.items.length > 0 ? (
          <>
            <h2>{say('search.weak')}</h2>
            <ServiceList services={found.items.map((item) => serviceRow(visit, item))} headingLevel={3} lang={lang} />
          </>
        ) : null}
        {words && fitting.length > 0 && found.after === null ? (
          <>
            <p className="hint">{say('search.others')}</p>
            <WhereElse visit={visit} />
          </>
        ) : null}
        <Onward visit={visit} href={`/search?q=${encodeURIComponent(words)}`} after={found.after} />
      </>
    ),
  };
}

/** Words that share something with a service are not always about it: 残疾证 finds the allowance, not the certificate. */
function WhereElse({ visit: { say } }: { readonly visit: Visit }) {
  return (
    <Buttons>
      <LinkButton look="second" href="/departments">
        {say('search.byDepartment')}
      </LinkButton>
      <LinkButton look="second" href="tel:12345">
        {say('search.call')}
      </LinkButton>
    </Buttons>
  );
}

const isLaterPage = (url: string): boolean => /[?&]after=/.test(url);

type OnwardProps = { visit: Visit; href: string; after: string | null };

/** To the next page, and from a later one back to the first. */
function Onward({ visit, href, after }: OnwardProps) {
  const joint = href.includes('?') ? '&' : '?';
  return (
    <Pagination
      nextHref={after === null ? undefined : `${href}${joint}after=${encodeURIComponent(after)}`}
      firstHref={isLaterPage(visit.request.url) ? href : undefined}
      lang={visit.lang}
    />
  );
}

type ListGiven = { readonly title: string; readonly lead: string; readonly href: string; readonly found: ItemPage };

/** Services of a life event or a department. */
export function listPage(visit: Visit, { title, lead, href, found }: ListGiven): Content {
  return {
    // A tab's title cannot be marked as Chinese, and a department has no other name.
    title: visit.lang === 'en' && /\p{Script=Han}/u.test(title) ? visit.say('list.departmentTab') : title,
    isWide: true,
    breadcrumb: [{ text: visit.say('frame.home'), href: '/' }],
    children: (
      <>
        <h1>
          <InChinese lang={visit.lang}>{title}</InChinese>
        </h1>
        <p className="lead">
          <InChinese lang={visit.lang}>{lead}</InChinese>
        </p>
        {found.items.length === 0 ? <NothingYet visit={visit} /> : null}
        <ServiceList services={found.items.map((item) => serviceRow(visit, item))} headingLevel={2} lang={visit.lang} />
        <Onward visit={visit} href={href} after={found.after} />
      </>
    ),
  };
}

/** A city that has only just begun, or a later page of a list that has grown shorter. */
const NothingYet = ({ visit: { say } }: { visit: Visit }) => (
  <EmptyState title={say('list.none')} icon="building">
    <p>{say('list.noneText')}</p>
    <LinkButton href="/">{say('frame.backHome')}</LinkButton>
  </EmptyState>
);

type Office = { readonly organisationId: string; readonly organisationName: string; readonly items: number };

export function departmentsPage(visit: Visit, offices: readonly Office[]): Content {
  const { say } = visit;
  return {
    title: say('list.departments'),
    isWide: true,
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    children: (
      <>
        <h1>{say('list.departments')}</h1>
        <p className="lead">{say('list.departmentsLead', { city: cityName(visit) })}</p>
        {offices.length === 0 ? <NothingYet visit={visit} /> : null}
        <TopicGrid
          lang={visit.lang}
          topics={offices.map((office) => ({
            icon: 'building',
            title: office.organisationName,
            text: say('home.services', { count: office.items }),
            href: `/departments/${office.organisationId}`,
          }))}
        />
      </>
    ),
  };
}
