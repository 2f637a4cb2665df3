import { readFile } from 'node:fs/promises';
import { readCertificateTypes, saveCertificateType } from '@zhengtong/certificates';
import { ok, toInstant } from '@zhengtong/kernel';
import { migrate, platformModule, systemActor, transact } from '@zhengtong/platform';
import { parse } from 'yaml';
import { withHouse } from '../src/operator/with-house.ts';

export const summary = '导入证照类型（YAML 或 JSON）· import types of certificates from FILE';
export const usage = '用法 · usage: npm run zhengtong -- import certificate-types FILE';

export async function run([path]: string[]): Promise<number> {
  if (!path) {
    console.error(usage);
    return 2;
  }
  let given: unknown;
  try {
    given = parse(await readFile(path, 'utf8'));
  } catch (error) {
    console.error(`读不出 ${path} · cannot read it: ${(error as Error).message}`);
    return 1;
  }
  let code = 0;
  const opened = await withHouse(async ({ config, database, keys, modules }) => {
    const read = readCertificateTypes(given, config.city.divisionCode);
    if (!read.ok) {
      console.error(['什么都没有导入 · nothing was imported', ...read.refusal.problems].join('\n  '));
      code = 1;
      return;
    }
    await migrate(database.db, [platformModule, ...modules]);
    const setting = { db: database.db, keys, now: () => toInstant(Date.now()) };
    await transact(setting, systemActor('import'), async (ctx) => {
      for (const type of read.value) await saveCertificateType(ctx, type);
      return ok();
    });
    console.log(`已导入 imported: ${read.value.map((type) => `${type.code} ${type.name}`).join('、')}`);
  });
  return opened || code;
}
