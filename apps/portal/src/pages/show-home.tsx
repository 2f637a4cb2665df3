import type { ItemSummary, LifeEvent } from '@zhengtong/catalogue';
import { type IconName, LinkButton, SearchBox, ServiceList, type Topic, TopicGrid } from '@zhengtong/ui';
import { type Content, cityName } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { serviceRow } from './service-row.tsx';

const icons: Readonly<Record<string, IconName>> = {
  'having-a-child': 'baby',
  school: 'school',
  work: 'work',
  marriage: 'marriage',
  home: 'home',
  health: 'health',
  travel: 'car',
  'hard-times': 'people',
  disability: 'person',
  'old-age': 'elder',
  'service-members': 'star',
  funeral: 'leaf',
  'opening-a-shop': 'food',
  'starting-a-business': 'shop',
  hiring: 'shield',
  building: 'building',
  street: 'place',
  'closing-a-business': 'exit',
};

export type HomeGiven = {
  readonly events: readonly LifeEvent[];
  readonly online: readonly ItemSummary[];
};

const topic = ({ pick, say }: Visit, event: LifeEvent): Topic => ({
  icon: icons[event.key] ?? 'building',
  title: pick(event.name, event.nameEn),
  text: say('home.services', { count: event.items }),
  href: `/events/${event.key}`,
});

export function homePage(visit: Visit, { events, online }: HomeGiven): Content {
  const { say, lang } = visit;
  const topicsFor = (audience: string) =>
    events.filter((one) => one.audience === audience).map((one) => topic(visit, one));
  const [people, firms] = [topicsFor('person'), topicsFor('firm')];
  return {
    title: say('home.title'),
    isWide: true,
    hero: (
      <SearchBox
        action="/search"
        label={say('home.searchLabel')}
        hint={say('home.searchHint')}
        suggestions={[say('home.try1'), say('home.try2'), say('home.try3'), say('home.try4')].map((text) => ({
          text,
          href: `/search?q=${encodeURIComponent(text)}`,
        }))}
        isLarge
        lang={lang}
      />
    ),
    children: (
      <>
        <h1 className="vh">{say('home.heading', { city: cityName(visit) })}</h1>
        {people.length > 0 ? (
          <>
            <h2>{say('home.personTitle')}</h2>
            <TopicGrid topics={people} />
          </>
        ) : null}
        {firms.length > 0 ? (
          <>
            <h2>{say('home.firmTitle')}</h2>
            <TopicGrid topics={firms} />
          </>
        ) : null}
        {online.length > 0 ? (
          <>
            <h2>{say('home.onlineTitle')}</h2>
            <ServiceList services={online.map((item) => serviceRow(visit, item))} lang={lang} />
          </>
        ) : null}
        <h2>{say('home.departmentsTitle')}</h2>
        <p>{say('home.departmentsText')}</p>
        <LinkButton look="second" icon="building" href="/departments">
          {say('home.allDepartments')}
        </LinkButton>
      </>
    ),
  };
}
