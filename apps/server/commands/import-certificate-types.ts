import { readCertificateTypes, saveCertificateType } from '@zhengtong/certificates';
import { ok } from '@zhengtong/kernel';
import { migrate, OperatorError, platformModule, systemActor, transact } from '@zhengtong/platform';
import { sayDone, withHouse } from '../src/operator/with-house.ts';
import { withWritten } from '../src/operator/with-written.ts';

export const summary = '导入证照类型（YAML 或 JSON）· import types of certificates from FILE';
export const usage = '用法 · usage: npm run zhengtong -- import certificate-types FILE';

export const run = ([path]: string[]): Promise<number> =>
  withWritten(path, usage, (given) =>
    withHouse(async ({ config, setting, modules }) => {
      const read = readCertificateTypes(given, config.city.divisionCode);
      if (!read.ok)
        throw new OperatorError(['什么都没有导入 · Nothing was imported', ...read.refusal.problems].join('\n  '));
      await migrate(setting.db, [platformModule, ...modules]);
      await transact(setting, systemActor('import'), async (ctx) => {
        for (const type of read.value) await saveCertificateType(ctx, type);
        return ok();
      });
      sayDone([`已导入 imported: ${read.value.map((type) => `${type.code} ${type.name}`).join('、')}`]);
    }),
  );
