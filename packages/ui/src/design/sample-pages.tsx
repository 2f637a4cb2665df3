// Three whole pages as the portal might compose them, so that parts are judged where they live: a home, a question, a case.
import { Button, Buttons } from '../content/button.tsx';
import { FormProgress } from '../content/progress.tsx';
import { ServiceList, TopicGrid } from '../content/service-list.tsx';
import { StatusTag } from '../content/status-tag.tsx';
import { Radios } from '../fields/choices.tsx';
import { SearchBox } from '../fields/search-box.tsx';
import type { Lang } from '../language.ts';
import { Page, type PageProps } from '../page/page.tsx';
import type { Theme, TypeSize } from '../theme.ts';
import { sampleFrame } from './sample-frame.ts';
import { sampleClock, sampleSteps } from './sample-journey.tsx';
import { homeServices, homeTopics } from './sample-services.ts';
import { type Say, sayIn } from './specimen.tsx';

export const samplePageNames = ['home', 'question', 'case'] as const;
export type SamplePageName = (typeof samplePageNames)[number];

type Content = Pick<PageProps, 'title' | 'children' | 'hero' | 'aside' | 'breadcrumb' | 'isWide'>;

const home = (say: Say, lang: Lang): Content => ({
  title: say('首页', 'Home'),
  isWide: true,
  hero: (
    <SearchBox
      action="/search"
      label={say('您想办什么事？', 'What do you need?')}
      hint={say('用平常的话说就行，比如“开饭店”“给老人办补贴”', 'Use everyday words, such as “open a restaurant”')}
      suggestions={homeServices(say).map(({ title, href }) => ({ text: title, href }))}
      isLarge
      lang={lang}
    />
  ),
  children: (
    <>
      <h1 className="vh">{say('示例市政务服务', 'Shili City Services')}</h1>
      <h2>{say('人生大事', 'Life events')}</h2>
      <TopicGrid topics={homeTopics(say)} />
      <h2>{say('大家常办', 'Often used')}</h2>
      <ServiceList services={homeServices(say)} />
    </>
  ),
});

const question = (say: Say, lang: Lang): Content => ({
  title: say('您以什么身份开店？', 'As what do you open the shop?'),
  breadcrumb: [
    { text: say('首页', 'Home'), href: '/' },
    { text: say('食品经营许可', 'Food business permit'), href: '/items/1' },
  ],
  children: (
    <form method="post" action="/apply">
      <FormProgress text={say('第 2 步，共 5 步：店铺', 'Step 2 of 5: the shop')} step={2} steps={5} />
      <Radios
        id="kind"
        name="kind"
        label={say('您以什么身份开店？', 'As what do you open the shop?')}
        hint={say(
          '还没有营业执照也可以先选，后面一起办。',
          'Without a business licence you may choose now and get it along the way.',
        )}
        isPageHeading
        lang={lang}
        choices={[
          {
            value: 'self',
            label: say('个体工商户', 'Sole trader'),
            hint: say('一个人或一家人经营', 'One person or family'),
          },
          { value: 'firm', label: say('公司', 'Company'), hint: say('两人以上出资', 'Several owners') },
        ]}
      />
      <Buttons>
        <Button>{say('保存并继续', 'Save and continue')}</Button>
        <Button look="quiet">{say('存下来，以后再办', 'Save for later')}</Button>
      </Buttons>
    </form>
  ),
});

const followed = (say: Say, lang: Lang): Content => ({
  title: say('食品经营许可', 'Food business permit'),
  breadcrumb: [
    { text: say('首页', 'Home'), href: '/' },
    { text: say('我的办件', 'My applications'), href: '/cases' },
  ],
  aside: sampleClock(say, lang),
  children: (
    <>
      <StatusTag kind="active">{say('办理中', 'In progress')}</StatusTag>
      <h1>{say('食品经营许可', 'Food business permit')}</h1>
      {sampleSteps(say, lang, 2)}
    </>
  ),
});

const pages = { home, question, case: followed };

export type SamplePageProps = {
  name: SamplePageName;
  theme: Theme;
  typeSize?: TypeSize | undefined;
  lang: Lang;
  styleHref: string;
};

export function SamplePage({ name, lang, theme, typeSize, styleHref }: SamplePageProps) {
  const say = sayIn(lang);
  const { header, footer } = sampleFrame(say);
  const address = (other: Lang, dress: Theme, size: TypeSize = 1) =>
    `/design?page=${name}&lang=${other}&theme=${dress}&size=${size}`;
  return (
    <Page
      {...pages[name](say, lang)}
      {...{ lang, theme, typeSize, styleHref, footer }}
      header={{
        ...header,
        themeHref: (dress, size) => address(lang, dress, size),
        languageHref: (other) => address(other, theme, typeSize),
      }}
    />
  );
}
