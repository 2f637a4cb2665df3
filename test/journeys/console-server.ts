// The console with the modules behind it, on a loopback port, in a world whose clock stands still.
import type { TestContext } from 'node:test';
import { casesModule } from '@zhengtong/cases';
import { casesWorld } from '@zhengtong/cases/test';
import { catalogueModule } from '@zhengtong/catalogue';
import { certificatesModule } from '@zhengtong/certificates';
import { addConsole } from '@zhengtong/console/serve';
import { authenticate, identityModule, totpAt } from '@zhengtong/identity';
import { givenStaff } from '@zhengtong/identity/test';
import { type Actor, buildApp, createLog } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import type { Page } from 'playwright-core';
import { openPage, type PageOptions } from '../browser/index.ts';

type Staff = Actor & { readonly totpSecret: string };
export type Account = { readonly account: string; readonly secret: string };

export const password = 'tea-and-rain-四季';

/** Serves the modules as the program does: real sessions, real cookies, the console built from the sources. */
async function serveWorld(t: Pick<TestContext, 'after'>, { setting }: World): Promise<string> {
  const app = await buildApp({
    setting,
    logger: createLog('silent'),
    authenticate: authenticate(setting),
    wake: () => {},
    isSecure: false,
  });
  for (const module of [identityModule, catalogueModule, certificatesModule, casesModule]) module.routes?.(app);
  await addConsole(app, { pollMs: 100 });
  const url = await listenBelow(app.http, 32_000);
  t.after(() => app.http.close());
  return url;
}

type Http = { listen(at: { host: string; port: number }): Promise<string> };

/** Ports above belong to outgoing connections, which come and go on a busy machine. */
async function listenBelow(http: Http, highest: number): Promise<string> {
  for (let tries = 1; ; tries++) {
    const port = highest - Math.floor(Math.random() * 10_000);
    try {
      return await http.listen({ host: '127.0.0.1', port });
    } catch (error) {
      if (tries === 10 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

/** A city at work: one office with an officer in each post, and the console they sit at. */
export async function consoleWorld(t: Pick<TestContext, 'after'>) {
  const city = await casesWorld(t);
  const url = await serveWorld(t, city.world);
  const { organisation } = city;
  /** One more officer with an account that can sign in. */
  const officer = async (role: Parameters<typeof givenStaff>[1]): Promise<Account> => {
    const account = `${role}.desk`;
    const { totpSecret }: Staff = await givenStaff(city.world, role, organisation, { account, password });
    return { account, secret: totpSecret };
  };

  /** A browser of its own, its clock set to the world's. */
  async function openConsole(path: string, options: PageOptions = {}): Promise<Page> {
    const page = await openPage(options);
    await page.clock.setFixedTime(city.world.now);
    await page.goto(`${url}/console${path}`);
    return page;
  }

  /** Signs in as a person does. */
  async function signIn(page: Page, { account, secret }: Account): Promise<void> {
    await page.getByLabel('账号').fill(account);
    await page.getByLabel('密码').fill(password);
    await page.getByLabel('动态验证码').fill(totpAt(secret, city.world.now));
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'));
  }

  return { ...city, url, officer, openConsole, signIn };
}
