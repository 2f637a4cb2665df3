import { casesModule } from '@zhengtong/cases';
import { evaluationModule } from '@zhengtong/evaluation';
import { filesModule } from '@zhengtong/files';
import { testPorts } from '@zhengtong/files/test';
import { authenticate, demoFirmRegister, demoRegister, identityModule } from '@zhengtong/identity';
import { type DemoPhone, demoPhone, type MailChannel, messagesModule } from '@zhengtong/messages';
import { drawInThread } from '@zhengtong/ofd';
import { type App, buildApp, createLog, type houseProblems, sendProblem } from '@zhengtong/platform';
import { testWorld, type World, type WorldOptions } from '@zhengtong/platform/test';
import { addPortal, type PortalPorts, pageOfError } from '../index.ts';
import { hiddenOf, type Tab } from './tab.ts';

export type PortalWorld = World & {
  /** The whole portal, signed in by cookie as in the program. */
  readonly portal: App;
  /** Addresses of all its pages, as they were registered. */
  readonly pages: readonly string[];
  /** Addresses whose bodies have the time files need. */
  readonly fileTargets: readonly string[];
  readonly ports: PortalPorts;
  /** What the phones of this city received. */
  readonly phone: DemoPhone;
};

/** What the register of firms of this city knows. */
export const firmsOfRegister = [
  { creditCode: '91990100MA0990012H', name: '示例市青禾茶业有限公司', representative: '王小明' },
];

/** A city with the portal before it. Its own app stands beside the world's: here people come with cookies. */
export async function portalWorld(
  t: Parameters<typeof testWorld>[0],
  options: Partial<WorldOptions> & Partial<PortalPorts> & { readonly mail?: MailChannel } = {},
): Promise<PortalWorld> {
  const { modules = [], now, mail, ...more } = options;
  const files = testPorts();
  const phone = demoPhone();
  const house = [
    identityModule,
    filesModule(files),
    messagesModule({ sms: phone, ...(mail ? { mail } : {}) }),
    casesModule,
    evaluationModule,
    ...modules,
  ];
  const world = await testWorld(t, { modules: house, ...(now ? { now } : {}) });
  const ports: PortalPorts = {
    files,
    register: demoRegister(),
    firmRegister: demoFirmRegister(firmsOfRegister),
    draw: drawInThread(),
    publicUrl: 'http://localhost:8080',
    divisionCode: '990100',
    divisionName: '示例市',
    divisionNameEn: 'Shili City',
    sendsMail: mail !== undefined,
    ...more,
  };
  const portal = await buildApp({
    setting: world.setting,
    logger: createLog('silent'),
    isSecure: false,
    wake: () => {},
    authenticate: authenticate(world.setting),
    pageOfError,
  });
  const pages: string[] = [];
  const fileTargets: string[] = [];
  portal.http.addHook('onRoute', ({ method, url, config }) => {
    if (config?.page && [method].flat().includes('GET')) pages.push(url);
    if (config?.takesFiles) fileTargets.push(url);
  });
  await addPortal(portal, ports);
  // Each error as its page, without having to bring it about.
  portal.http.get<{ Params: { kind: keyof typeof houseProblems } }>(
    '/test/problem/:kind',
    { config: { allow: ['public'], page: true } },
    (request, reply) => sendProblem(request, reply, { kind: request.params.kind }, pageOfError),
  );
  t.after(() => portal.http.close());
  return Object.assign(world, { portal, pages, fileTargets, ports, phone });
}

/** The newest code on any phone, as its owner would read it there. */
export async function newestCode(world: PortalWorld): Promise<string> {
  await world.drain();
  // Other messages reach the same phones; ids of messages are in the order they were made.
  const texts = world.phone.listPhones().flatMap((phone) => world.phone.listMessages(phone));
  const newest = texts.filter(({ text }) => text.includes('验证码')).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  const code = /\d{6}/.exec(newest?.text ?? '')?.[0];
  if (!code) throw new Error('no code went out');
  return code;
}

type As = { readonly phone?: string; readonly back?: string };

/** Asks for a code and answers the form of the next page, filled in. */
export async function askCode(world: PortalWorld, tab: Tab, { phone = '13900000001', back = '/departments' }: As = {}) {
  const first = await tab.get(`/sign-in?back=${encodeURIComponent(back)}`);
  await tab.post('/sign-in', { ...hiddenOf(first.body, '/sign-in'), phone });
  const second = await tab.get('/sign-in/code');
  return { ...hiddenOf(second.body, '/sign-in/code'), code: await newestCode(world) };
}

/** Signs a tab in by phone and code. */
export const signIn = async (world: PortalWorld, tab: Tab, as?: As) =>
  await tab.post('/sign-in/code', await askCode(world, tab, as));

export { fileWindmill, startWindmill, uploadDrawing, verifySelf } from './journey.ts';
export { givenOffice } from './office.ts';
export { browse, hiddenOf, type Tab } from './tab.ts';
