// Every page of the portal with something on it, with nothing on it, and with more than fits: the addresses that the
// rules and axe are tried on.
import type { TestContext } from 'node:test';
import { houseProblems } from '@zhengtong/platform';
import type { Page } from 'playwright-core';
import { openPage } from '../browser/index.ts';
import { type PortalServer, signInByHand, startPortal } from './portal-server.ts';
import { fileByHand, press } from './portal-steps.ts';

export type PortalCity = {
  readonly server: PortalServer;
  readonly signedIn: Page;
  readonly item: string;
  /** Cases of the person who is signed in, by where they stand. */
  readonly draft: string;
  readonly filed: string;
  readonly corrected: string;
  readonly paused: string;
  readonly letter: string;
  /** A file of the case that was filed, looked at. */
  readonly look: string;
  readonly department: string;
  /** Behind the code of a certificate: the whole of it. */
  readonly shown: string;
};

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

export async function startCity(t: Pick<TestContext, 'after'>): Promise<PortalCity> {
  const server = await startPortal(t);
  const { office, world } = server;
  const signedIn = await openPage({ width: 1280, script: false });
  await signInByHand(signedIn, server, '13900000001');
  const [filed, paused, corrected] = [
    await fileByHand(signedIn, server),
    await fileByHand(signedIn, server),
    await fileByHand(signedIn, server),
  ];
  await office.accept(idOf(filed));
  await office.decide(idOf(filed), 'approved');
  await office.accept(idOf(paused));
  const reason = '约好周三到现场看';
  await office.act('reviewer', idOf(paused), { kind: 'claim' }, { kind: 'pause', procedure: 'site', reason });
  const points = [{ at: 'drawing', problem: `没有设计人签名${'，请补签'.repeat(30)}` }];
  await office.act('clerk', idOf(corrected), { kind: 'claim' }, { kind: 'ask-correction', points });
  await world.drain();
  const at = `${server.item.divisionCode}/${server.item.itemId}`;
  await signedIn.goto(server.url(`/apply/${at}`));
  await signedIn.click('form[action="/apply"] button.btn');
  const draft = new URL(signedIn.url()).pathname.replace(/\/apply$/, '');
  // What was filed before stands there already; taken away, the page has an error to show.
  await signedIn.goto(server.url(`${draft}/questions/blades`));
  await signedIn.fill('#q-blades', '');
  await press(signedIn, '保存并继续');
  const hrefOn = async (path: string, what: string) => {
    await signedIn.goto(server.url(path));
    return (await signedIn.locator(what).first().getAttribute('href')) ?? '';
  };
  const letter = await hrefOn('/my/letters', '.services a');
  const look = await hrefOn(filed, 'a[href$="/look"]');
  const department = await hrefOn('/departments', '.topics a');
  const code = new URL(await hrefOn('/my/certificates', '.qr a'));
  const shown = code.pathname + code.search;
  return { server, signedIn, item: at, draft, filed, corrected, paused, letter, look, department, shown };
}

/** Where anybody may go; errors and endless words among them. */
export const listOpenPages = ({ item, department, shown }: PortalCity): string[] => [
  '/',
  `/search?q=${encodeURIComponent('开饭店')}`,
  '/search?q=zzzz',
  `/search?q=${encodeURIComponent('我想知道怎么办'.repeat(40))}`,
  `/search?q=${'x'.repeat(300)}`,
  '/search',
  '/departments',
  department,
  '/events/old-age',
  `/items/${item}`,
  '/track',
  '/verify',
  '/v/1.2.156.3005.2.x?s=y',
  shown,
  '/help',
  '/accessibility',
  '/developers',
  '/nowhere',
  '/demo/phone',
  ...Object.keys(houseProblems)
    .filter((kind) => kind !== 'not-signed-in')
    .map((kind) => `/test/problem/${kind}`),
];

/** What is the person's own. */
export const listOwnPages = ({ item, draft, filed, corrected, paused, letter, look }: PortalCity): string[] => [
  '/my/account',
  '/my/cases',
  '/my/certificates',
  '/my/letters',
  '/my/mail',
  letter,
  look,
  '/my/files',
  '/my/uses',
  '/my/uses?before=00000000-0000-7000-8000-000000000000',
  '/my/cases?before=00000000-0000-7000-8000-000000000000',
  '/my/verification',
  '/my/firms',
  filed,
  corrected,
  `${corrected}/apply`,
  `${corrected}/check`,
  paused,
  `${filed}/receipt`,
  `${filed}/slip`,
  `${filed}/decision`,
  `${filed}/rating`,
  `${draft}/apply`,
  `${draft}/rating`,
  `${draft}/questions/blades?check=1`,
  `${draft}/questions/all`,
  `${draft}/materials`,
  `${draft}/check`,
  `${draft}/withdrawal`,
  `/apply/${item}`,
];

/** Not pages of ours to look at: files, plain text, redirects, the design system (which has tests of its own). */
const others = /\.(pdf|ofd|txt)$|\/files\/:fileId(\/preview)?$|^\/display$|^\/design$|^\/sign-in|^\/test\//;

/** Addresses of the portal of which none of the paths is one. */
export const unseen = ({ server }: PortalCity, paths: readonly string[]): string[] =>
  server.world.pages.filter((page) => {
    const pattern = new RegExp(`^${page.replace(/:\w+/g, '[^/?]+')}(\\?|$)`);
    return !others.test(page) && !paths.some((path) => pattern.test(path));
  });
