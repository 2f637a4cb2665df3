import { casesModule } from '@zhengtong/cases';
import { evaluationModule } from '@zhengtong/evaluation';
import { filesModule } from '@zhengtong/files';
import { testPorts } from '@zhengtong/files/test';
import { authenticate, demoRegister, identityModule, takeCode } from '@zhengtong/identity';
import { messagesModule } from '@zhengtong/messages';
import { type App, buildApp, createLog, systemActor } from '@zhengtong/platform';
import { reading, testWorld, type World, type WorldOptions } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { addPortal, type PortalPorts, pageOfError } from '../index.ts';
import { hiddenOf, type Tab } from './tab.ts';

export type PortalWorld = World & {
  /** The whole portal, signed in by cookie as in the program. */
  readonly portal: App;
  readonly ports: PortalPorts;
};

/** A city with the portal before it. Its own app stands beside the world's: here people come with cookies. */
export async function portalWorld(
  t: Parameters<typeof testWorld>[0],
  options: Partial<WorldOptions> & Partial<PortalPorts> = {},
): Promise<PortalWorld> {
  const { modules = [], now, ...more } = options;
  const files = testPorts();
  const house = [identityModule, filesModule(files), messagesModule(), casesModule, evaluationModule, ...modules];
  const world = await testWorld(t, { modules: house, ...(now ? { now } : {}) });
  const ports: PortalPorts = {
    files,
    register: demoRegister(),
    publicUrl: 'http://localhost:8080',
    divisionCode: '990100',
    divisionName: '示例市',
    divisionNameEn: 'Shili City',
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
  await addPortal(portal, ports);
  t.after(() => portal.http.close());
  return Object.assign(world, { portal, ports });
}

/** The newest code that went out to anybody. */
export async function newestCode(world: World): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from identity.sign_in_codes order by id desc limit 1`.execute(
    world.db,
  );
  const taken = await reading(world, systemActor('test'), (ctx) => takeCode(ctx, rows[0]?.id ?? ''));
  if (!taken) throw new Error('no code went out');
  return taken.code;
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
