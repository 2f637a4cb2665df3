// Every component in every state, as the portal serves it at /design. Tests look at this page; so should people.
import type { Lang } from '../language.ts';
import { Page } from '../page/page.tsx';
import { type Theme, type TypeSize, themes } from '../theme.ts';
import { ActionsSection } from './actions-section.tsx';
import { ChoicesSection } from './choices-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { FoundationsSection } from './foundations-section.tsx';
import { JourneySection } from './journey-section.tsx';
import { ListsSection } from './lists-section.tsx';
import { MessagesSection } from './messages-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { sampleFrame } from './sample-frame.ts';
import { sayIn } from './specimen.tsx';

export type DesignPageProps = {
  theme: Theme;
  typeSize?: TypeSize | undefined;
  lang?: Lang | undefined;
  styleHref: string;
  scripts?: { src: string; integrity?: string | undefined }[] | undefined;
  nonce?: string | undefined;
};

const address = (lang: Lang, theme: Theme, size: TypeSize = 1): string =>
  `/design?lang=${lang}&theme=${theme}&size=${size}`;

export function DesignPage({ theme, typeSize = 1, lang = 'zh', styleHref, scripts, nonce }: DesignPageProps) {
  const say = sayIn(lang);
  const section = { lang, say };
  return (
    <Page
      {...sampleFrame(say)}
      {...{ lang, theme, typeSize, styleHref, scripts, nonce }}
      isWide
      title={say('设计系统', 'Design system')}
      header={{
        ...sampleFrame(say).header,
        themeHref: (other, size) => address(lang, other, size),
        languageHref: (other) => address(other, theme, typeSize),
      }}
      breadcrumb={[{ text: say('首页', 'Home'), href: '/' }]}
    >
      <h1>{say('设计系统', 'Design system')}</h1>
      <p className="lead">
        {say(
          '纸白为底，墨色为字，一种青色用于操作，朱砂只用于印章和真正要紧的事。',
          'Paper, ink, one colour for action; cinnabar only for the seal and for what truly matters.',
        )}
      </p>
      <ul className="chips">
        {themes.map((other) => (
          <li key={other}>
            <a href={address(lang, other)} aria-current={other === theme ? 'true' : undefined}>
              {other}
            </a>
          </li>
        ))}
      </ul>
      <FoundationsSection {...section} />
      <ActionsSection {...section} />
      <FieldsSection {...section} />
      <ChoicesSection {...section} />
      <MessagesSection {...section} />
      <ListsSection {...section} />
      <JourneySection {...section} />
      <PapersSection {...section} />
    </Page>
  );
}
