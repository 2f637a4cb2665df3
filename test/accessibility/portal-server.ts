// The whole portal with real rows behind it, on a loopback port, for a browser to visit.
import type { TestContext } from 'node:test';
import { installShippedItems } from '@zhengtong/catalogue';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { demoPhone } from '@zhengtong/messages';
import { systemActor } from '@zhengtong/platform';
import { givenOffice, newestCode, portalWorld } from '@zhengtong/portal/test';
import type { Page } from 'playwright-core';

const { process } = guide({ id: '', name: '' });
/** One procedure for which the clock stands (行政许可法 45). */
const site = {
  key: 'site',
  name: '现场核查',
  nameEn: 'Visit to the site',
  law: '行政许可法第四十五条',
  mostDays: 10,
};
const stoppable = process && { ...process, excluded: [site] };

export type PortalServer = Awaited<ReturnType<typeof startPortal>>;

/** Starts it with the shipped guides and one small item of three minutes. Cookies of a host live on localhost alone. */
export async function startPortal(t: Pick<TestContext, 'after'>) {
  const world = await portalWorld(t, { demoPhone: demoPhone(), sendsMail: true });
  await world.with(systemActor('test'), (ctx) => installShippedItems(ctx));
  const type = await givenCertificateType(world, {
    code: 'windmill',
    name: '屋顶风车设置许可证',
    nameEn: 'Windmill permit',
  });
  const item = await givenItem(world, { certificateType: type.code, process: stoppable });
  const office = await givenOffice(world, item);
  await world.portal.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.portal.http.server.address() as { port: number };
  const url = (path: string) => `http://localhost:${port}${path}`;
  return { world, item, office, url, newestCode: () => newestCode(world) };
}

/** Signs in and verifies as a person would, by keyboard and button. */
export async function signInByHand(
  page: Page,
  server: PortalServer,
  phone: string,
  number = '990100199001010012',
): Promise<void> {
  await page.goto(server.url('/sign-in?back=%2Fmy%2Fverification'));
  await page.fill('#phone', phone);
  await page.press('#phone', 'Enter');
  await page.waitForURL('**/sign-in/code');
  await page.fill('#code', await server.newestCode());
  await page.press('#code', 'Enter');
  await page.waitForURL('**/my/verification');
  await page.fill('#name', '王小明');
  await page.fill('#number', number);
  await page.press('#number', 'Enter');
  await page.waitForURL('**/my/account');
}
