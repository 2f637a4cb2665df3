import { readFile } from 'node:fs/promises';
import { readCertificateTypes, saveCertificateType } from '@zhengtong/certificates';
import { ok } from '@zhengtong/kernel';
import { migrate, platformModule, systemActor, transact } from '@zhengtong/platform';
import { parse } from 'yaml';
import { sayDone, withHouse } from '../src/operator/with-house.ts';

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
  return withHouse(async ({ config, setting, modules }) => {
    const read = readCertificateTypes(given, config.city.divisionCode);
    if (!read.ok) throw new Error(['什么都没有导入 · Nothing was imported', ...read.refusal.problems].join('\n  '));
    await migrate(setting.db, [platformModule, ...modules]);
    await transact(setting, systemActor('import'), async (ctx) => {
      for (const type of read.value) await saveCertificateType(ctx, type);
      return ok();
    });
    sayDone([`已导入 imported: ${read.value.map((type) => `${type.code} ${type.name}`).join('、')}`]);
  });
}
