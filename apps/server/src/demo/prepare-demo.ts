import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installShippedItems, loadShippedCertificateTypes, loadShippedOrganisations } from '@zhengtong/catalogue';
import { saveCertificateType } from '@zhengtong/certificates';
import type { FilePorts } from '@zhengtong/files';
import { addStaff, addVerifiedPerson, registerFirm } from '@zhengtong/identity';
import { must, ok } from '@zhengtong/kernel';
import { type Config, type Ctx, type Setting, systemActor, transact } from '@zhengtong/platform';
import type { DemoSecrets } from './demo-phone.ts';
import { demoFirms, demoPassword, demoPeople, listDemoStaff, supervisorOf } from './demo-staff.ts';
import { type DemoIds, fileDemoCases } from './file-demo-cases.ts';
import { makeDemoSeals } from './make-demo-seals.ts';
import { sayAccounts } from './say-accounts.ts';
import { sayUnused } from './say-unused.ts';

const demo = systemActor('demo');

const secretsFile = (config: Config): string => join(config.home, 'demo-codes.json');

/** Whether the demonstration city was built in this folder. */
export const hasDemo = (config: Config): boolean => existsSync(secretsFile(config));

/** Read each time: the file is written while the program already runs. */
export const readDemoSecrets = (config: Config): DemoSecrets =>
  hasDemo(config) ? (JSON.parse(readFileSync(secretsFile(config), 'utf8')) as DemoSecrets) : {};

/** Builds the demonstration city in an empty database: departments, guides, people, staff, and some cases at work. */
export async function buildDemo(config: Config, setting: Setting, files: FilePorts): Promise<void> {
  console.log('首次启动：正在建立示例城市… · First start: building the demonstration city…');
  const built = must(
    await transact(setting, demo, async (ctx) => {
      const city = await build(ctx);
      // Before the commit: killed in between, the house is still empty and the next start builds anew.
      writeFileSync(secretsFile(config), JSON.stringify(city.secrets), { mode: 0o600 });
      return ok(city);
    }),
  );
  makeDemoSeals(config.sealsAt, loadShippedOrganisations(), Date.parse(setting.now()));
  await fileDemoCases(setting, files, built);
}

/** What the operator is told about it at each start. */
export const describeDemo = (config: Config): string[] => [
  '',
  '示例城市（虚构，仅供试用） · a demonstration city, nothing in it is real',
  `  市民手机 phones    ${demoPeople.map(({ phone, name }) => `${phone} ${name}`).join('  ')}`,
  ...sayAccounts(Object.keys(readDemoSecrets(config))),
  `  密码 password      ${demoPassword}`,
  `  验证码 codes       ${config.publicUrl}/demo/phone`,
  ...sayUnused(config),
  '',
];

async function build(ctx: Ctx): Promise<DemoIds & { secrets: DemoSecrets }> {
  const { organisations, items } = await installShippedItems(ctx);
  for (const type of loadShippedCertificateTypes()) await saveCertificateType(ctx, type);
  const people: string[] = [];
  for (const person of demoPeople) people.push(await addVerifiedPerson(ctx, person));
  const [{ creditCode, name }] = demoFirms;
  must(await registerFirm(ctx, { creditCode, name, legalRepresentativeId: people.at(-1) ?? '' }));
  const secrets: Record<string, string> = {};
  const staff: Record<string, DemoIds['staff'][string]> = {};
  for (const { organisation, ...given } of listDemoStaff([...organisations.keys()])) {
    const organisationId = organisations.get(organisation);
    if (!organisationId) throw new Error(`no organisation ${organisation}`);
    const above = given.role !== 'supervisor' ? staff[supervisorOf(organisation)]?.postId : undefined;
    const post = {
      divisionCode: '990100',
      password: demoPassword,
      organisationId,
      ...(above ? { abovePostId: above } : {}),
    };
    const { id, postId, totpSecret } = must(await addStaff(ctx, { ...given, ...post }));
    staff[given.account] = { id, postId, organisationId };
    secrets[given.account] = totpSecret;
  }
  return { people, staff, items, secrets };
}
