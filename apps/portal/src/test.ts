import { casesModule } from '@zhengtong/cases';
import { filesModule } from '@zhengtong/files';
import { testPorts } from '@zhengtong/files/test';
import { authenticate, demoRegister, identityModule, takeCode } from '@zhengtong/identity';
import { messagesModule } from '@zhengtong/messages';
import { type App, buildApp, createLog, systemActor } from '@zhengtong/platform';
import { reading, testWorld, type World, type WorldOptions } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { addPortal, type PortalPorts, pageOfError } from './index.ts';

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
  const house = [identityModule, filesModule(files), messagesModule(), casesModule, ...modules];
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

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser of one person: keeps cookies, follows nothing by itself. */
export function browse({ portal }: Pick<PortalWorld, 'portal'>) {
  const cookies: Record<string, string> = {};
  type Response = Awaited<ReturnType<typeof portal.http.inject>>;
  const keep = (response: Response): Response => {
    for (const { name, value, maxAge, expires } of response.cookies) {
      const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now());
      if (isGone) delete cookies[name];
      else cookies[name] = value;
    }
    return response;
  };
  return {
    cookies,
    get: async (url: string): Promise<Response> => keep(await portal.http.inject({ url, cookies })),
    post: async (url: string, fields: Fields, headers: Record<string, string> = {}): Promise<Response> => {
      const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
      const payload = new URLSearchParams(pairs as string[][]).toString();
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return keep(
        await portal.http.inject({ method: 'POST', url, cookies, payload, headers: { ...type, ...headers } }),
      );
    },
  };
}
export type Tab = ReturnType<typeof browse>;

/** The hidden fields of the form with this target (of the first form where none is said), as a browser would send them. */
export function hiddenOf(page: string, action?: string): Record<string, string> {
  const forms = page.split('<form').filter((part) => part.includes('</form>'));
  const form = forms
    .map((part) => part.split('</form>')[0] ?? '')
    .find((part) => !action || part.includes(`action="${action}"`));
  const fields: Record<string, string> = {};
  for (const [tag] of (form ?? '').matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((key) => new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1] ?? '');
    if (name) fields[name] = unescapeHtml(value ?? '');
  }
  return fields;
}

const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

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
