import { adoptBuiltInYears } from '@zhengtong/calendar';
import { must, ok } from '@zhengtong/kernel';
import { migrate, platformModule, systemActor, transact } from '@zhengtong/platform';
import { sayDone, withHouse } from '../src/operator/with-house.ts';

export const summary =
  '发布新版本带来的放假安排（--past：过去的日子也改） · publish the national years a new version brings';
export const usage = '用法 · usage: npm run zhengtong -- adopt years [--past]';

/** What the program does by itself every hour, except where days gone by would become working days. */
export const run = (words: string[]): Promise<number> =>
  withHouse(async ({ setting, modules }) => {
    await migrate(setting.db, [platformModule, ...modules]);
    const mayWorkPast = words.includes('--past');
    const done = await transact(setting, systemActor('operator'), async (ctx) =>
      ok(await adoptBuiltInYears(ctx, { mayWorkPast })),
    );
    const { adopted, waiting } = must(done);
    sayDone([
      `发布 published: ${adopted.join('、') || '–'}`,
      ...(waiting.length === 0
        ? []
        : [
            `等待 waiting: ${waiting.join('、')}`,
            '  这一年已经过去的日子会变成工作日，有的期限会因此在过去届满。确定要发布，请加 --past。',
            '  Days gone by would become working days, and some limits would run out in the past. To publish all the same, add --past.',
          ]),
    ]);
  });
