import { importHalls } from '@zhengtong/catalogue';
import { migrate, OperatorError, platformModule, systemActor, transact } from '@zhengtong/platform';
import { sayDone, withHouse } from '../src/operator/with-house.ts';
import { withWritten } from '../src/operator/with-written.ts';

export const summary = '导入政务大厅和窗口（YAML 或 JSON）· import halls and their windows from FILE';
export const usage = `用法 · usage: npm run zhengtong -- import halls FILE
FILE 是 JSON 或 YAML 的列表 · a list in JSON or YAML:
  - name: 示例市政务服务中心
    address: 示例市青禾区和畅路100号
    phone: 0000-8001000
    hours: 周一至周五 9:00–12:00，13:30–17:00
    windows: [{ number: "3", name: 市场监管, organisation: 机构的任一代码 any code of the body }]
英文 nameEn、addressEn、hoursEn 可不写；再次导入按大厅名称更新，窗口以文件为准，文件没写的大厅不变；停用用 end hall。
nameEn, addressEn, hoursEn may be left out; a hall is known by its name, its windows become those of the file, and a hall
the file leaves out stays as it is: end it with end hall.`;

export const run = ([path]: string[]): Promise<number> =>
  withWritten(path, usage, (given) =>
    withHouse(async ({ config, setting, modules }) => {
      await migrate(setting.db, [platformModule, ...modules]);
      const { divisionCode } = config.city;
      const done = await transact(setting, systemActor('operator'), (ctx) => importHalls(ctx, given, divisionCode));
      if (!done.ok)
        throw new OperatorError(['什么都没有导入 · Nothing was imported', ...done.refusal.problems].join('\n  '));
      sayDone([
        `已导入 imported: ${done.value.join('、')}`,
        '  开放时间和停办日在“工作日历”公布 · hours by the week and closings are published in “Working days”',
      ]);
    }),
  );
