// The console with the modules behind it, on a loopback port, in a world whose clock stands still.
import type { TestContext } from 'node:test';
import { calendarModule } from '@zhengtong/calendar';
import { casesModule, fileCase } from '@zhengtong/cases';
import { ActOnCase, type CaseCommand } from '@zhengtong/cases/contract';
import { catalogueModule } from '@zhengtong/catalogue';
import { givenItem } from '@zhengtong/catalogue/test';
import { certificatesModule } from '@zhengtong/certificates';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { addConsole } from '@zhengtong/console/serve';
import { evaluationModule } from '@zhengtong/evaluation';
import { filesModule } from '@zhengtong/files';
import { givenFile, testPorts } from '@zhengtong/files/test';
import { authenticate, identityModule, listStanding, totpAt } from '@zhengtong/identity';
import { givenOrganisation, givenPerson, givenStaff } from '@zhengtong/identity/test';
import { must } from '@zhengtong/kernel';
import { type MessagePorts, messagesModule } from '@zhengtong/messages';
import { type Actor, buildApp, createLog, type Module, type Setting } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import type { Page } from 'playwright-core';
import { openPage, type PageOptions } from '../browser/index.ts';

export type Account = { readonly account: string; readonly secret: string };
type Test = Pick<TestContext, 'after'>;

export const password = 'tea-and-rain-四季';

const process = {
  steps: [
    { key: 'review', name: '审查', nameEn: 'Examination', role: 'reviewer' as const, halfDays: 6 },
    { key: 'decide', name: '决定', nameEn: 'Decision', role: 'approver' as const, halfDays: 4 },
  ],
  excluded: [{ key: 'site', name: '现场核查', nameEn: 'Site visit', law: '行政许可法第四十五条', mostDays: 10 }],
  silence: 'none' as const,
};

/** From the clerk's desk to the approver's, for journeys that begin later. */
export const accepting: readonly CaseCommand[] = [
  { kind: 'claim' },
  { kind: 'check', material: 'drawing', check: 'signed', isFine: true },
  { kind: 'accept' },
];
const reviewing: readonly CaseCommand[] = [
  { kind: 'claim' },
  { kind: 'finish-step', step: 'review', agrees: true, note: '图纸与现场一致。' },
];
const approving: readonly CaseCommand[] = [{ kind: 'claim' }, { kind: 'decide', outcome: 'approved', reasons: '符合' }];

/** Serves the modules as the program does: real sessions, real cookies, the console built from the sources. */
async function serveModules(t: Test, setting: Setting, modules: readonly Module[]): Promise<string> {
  const app = await buildApp({
    setting,
    logger: createLog('silent'),
    authenticate: authenticate(setting),
    wake: () => {},
    isSecure: false,
  });
  for (const module of modules) module.routes?.(app);
  await addConsole(app, { pollMs: 100, listStanding: (ids) => listStanding(setting, ids) });
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

export type City = Awaited<ReturnType<typeof consoleWorld>>;

/** A city at work: an office with one item, applicants who file, officers, and the console they sit at. */
export async function consoleWorld(t: Test, channels: MessagePorts = {}) {
  const ports = testPorts();
  const modules = [
    identityModule,
    filesModule(ports),
    messagesModule(channels),
    calendarModule,
    catalogueModule,
    certificatesModule,
    casesModule,
    evaluationModule,
  ];
  const world = await testWorld(t, { modules, now: '2026-09-21T02:00:00Z' });
  const organisation = await givenOrganisation(world);
  const type = await givenCertificateType(world);
  const item = await givenItem(world, { organisation, certificateType: type.code, process });
  const applicant = await givenPerson(world);
  const url = await serveModules(t, world.setting, modules);

  /** Files a case with everything in it; answers its id. */
  const file = async (): Promise<string> => {
    const drawing = await givenFile(world, ports, applicant);
    const { divisionCode, itemId } = item;
    const materials = [{ material: 'drawing', fileId: drawing.id }];
    const filed = await world.run(applicant, (ctx) =>
      fileCase(ctx, { divisionCode, itemId, answers: { blades: '3' }, materials }),
    );
    return must(filed).row.id;
  };

  /** An officer with an account that can sign in. */
  const officer = async (role: Parameters<typeof givenStaff>[1]): Promise<Account & { readonly actor: Actor }> => {
    const account = `${role}.desk`;
    const { totpSecret, ...actor } = await givenStaff(world, role, organisation, { account, password });
    return { account, secret: totpSecret, actor };
  };

  /** What went before, without the browser: journeys begin where they differ. */
  const act = async (as: Actor, caseId: string, commands: readonly CaseCommand[]): Promise<void> => {
    for (const body of commands) {
      const { status } = await world.call(ActOnCase, { as, params: { caseId }, body });
      if (status !== 200) throw new Error(`${body.kind} was answered ${status}`);
    }
  };

  /** A case brought to the end of this stage without the browser, with the officers of all of them. */
  const fileUpTo = async (stage: 'claimed' | 'accepted' | 'reviewed' | 'decided') => {
    const caseId = await file();
    const officers = {
      clerk: await officer('clerk'),
      reviewer: await officer('reviewer'),
      approver: await officer('approver'),
    };
    await act(officers.clerk.actor, caseId, stage === 'claimed' ? accepting.slice(0, 1) : accepting);
    if (stage === 'reviewed' || stage === 'decided') await act(officers.reviewer.actor, caseId, reviewing);
    if (stage === 'decided') await act(officers.approver.actor, caseId, approving);
    return { caseId, ...officers };
  };

  /** What the pages' policy refused: styles and scripts without a nonce. */
  const refused: string[] = [];

  /** A browser of its own, its clock set to the world's. */
  async function openConsole(path: string, options: PageOptions = {}): Promise<Page> {
    const page = await openPage(options);
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.clock.setFixedTime(world.now);
    await page.goto(`${url}/console${path}`);
    return page;
  }

  /** Signs in as a person does, in the page's language. A code works once, so each sign-in is in a half minute of its own. */
  async function signIn(page: Page, { account, secret }: Account, word = password): Promise<void> {
    await page.getByLabel(/^(账号|Account)$/).fill(account);
    await page.getByLabel(/^(密码|Password)$/).fill(word);
    await page.getByLabel(/^(动态验证码|One-time code)$/).fill(totpAt(secret, world.now));
    await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
    await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'));
  }

  /** A page of somebody who sits at it already. */
  async function openAs(who: Account, path: string, options: PageOptions = {}): Promise<Page> {
    const page = await openConsole(path, options);
    await signIn(page, who);
    return page;
  }

  const desks = { file, officer, act, fileUpTo };
  return { world, url, organisation, item, applicant, ...desks, refused, openConsole, signIn, openAs };
}

/** Fills in the dialog that publishes two days of a local holiday, open on the calendar's page. */
export async function fillInHoliday(page: Page): Promise<void> {
  await page.getByLabel('从', { exact: true }).fill('2026-09-24');
  await page.getByLabel('到（含当日）').fill('2026-09-25');
  await page.getByLabel('名称', { exact: true }).fill('建市节');
  await page.getByLabel('英文名称').fill('Founding Day');
  await page.getByLabel('依据文件').fill('示例市人民政府〔2026〕7号');
}
