import { type EnhancementName, Page, type PageProps, renderPage } from '@zhengtong/ui';
import type { Visit } from './visit.ts';

/** What a page says; the frame says the rest. */
export type Content = Pick<
  PageProps,
  'title' | 'children' | 'hero' | 'aside' | 'breadcrumb' | 'isWide' | 'hasErrors'
> & {
  readonly scripts?: readonly EnhancementName[];
  /** Where a change of theme or language comes back to; the page's own address unless it only answers a POST. */
  readonly backTo?: string;
};

export const cityName = ({ site: { ports }, pick }: Visit): string => pick(ports.divisionName, ports.divisionNameEn);

const usualScripts: readonly EnhancementName[] = ['page', 'read-aloud'];

/** The whole document as text. */
export function showInFrame(visit: Visit, { scripts = [], backTo, ...content }: Content): string {
  const { say, site, request } = visit;
  const back = encodeURIComponent(backTo ?? request.url);
  return renderPage(
    <Page
      {...content}
      lang={visit.lang}
      theme={visit.theme}
      typeSize={visit.typeSize}
      styleHref={`/assets/${site.style.fileName}`}
      nonce={request.nonce}
      scripts={[...new Set([...usualScripts, ...scripts])].map((name) => ({
        src: `/assets/${site.scripts[name].fileName}`,
        integrity: site.scripts[name].integrity,
      }))}
      header={{
        serviceName: say('frame.serviceName', { city: cityName(visit) }),
        homeHref: '/',
        themeHref: (theme, size) => `/display?theme=${theme}&size=${size}&back=${back}`,
        languageHref: (lang) => `/display?lang=${lang}&back=${back}`,
        signInHref: `/sign-in?back=${back}`,
        person:
          visit.personName === undefined
            ? undefined
            : {
                name: visit.personName,
                accountHref: '/my/account',
                signOutAction: '/sign-out',
                token: { name: 'token', value: visit.token },
              },
      }}
      footer={footerOf(visit)}
    />,
  );
}

function footerOf(visit: Visit): PageProps['footer'] {
  const { say } = visit;
  return {
    help: [
      { icon: 'phone', text: say('frame.helpPhone'), detail: say('frame.helpPhoneDetail'), href: 'tel:12345' },
      { icon: 'help', text: say('frame.helpPage'), detail: say('frame.helpPageDetail'), href: '/help' },
      { icon: 'clock', text: say('frame.helpTrack'), detail: say('frame.helpTrackDetail'), href: '/track' },
    ],
    links: [
      { text: say('frame.departments'), href: '/departments' },
      { text: say('frame.verify'), href: '/verify' },
      { text: say('frame.accessibility'), href: '/accessibility' },
      { text: say('frame.developers'), href: '/developers' },
    ],
    publisher: say('frame.publisher', { city: cityName(visit) }),
  };
}
