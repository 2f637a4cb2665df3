import { endHall } from '@zhengtong/catalogue';
import { migrate, OperatorError, platformModule, systemActor, transact } from '@zhengtong/platform';
import { sayDone, withHouse } from '../src/operator/with-house.ts';

export const summary = '停用一个政务大厅 · end a hall that has closed for good';
export const usage = `用法 · usage: npm run zhengtong -- end hall 大厅名称 NAME
停用后门户不再列出；以前公布的停办、开放时间不变。再次导入同名大厅即恢复。
The portal lists it no longer; what was announced of it stays. Importing a hall of that name opens it again.`;

export async function run(words: string[]): Promise<number> {
  const name = words.join(' ').trim();
  if (!name) {
    console.error(usage);
    return 2;
  }
  return await withHouse(async ({ config, setting, modules }) => {
    await migrate(setting.db, [platformModule, ...modules]);
    const { divisionCode } = config.city;
    const done = await transact(setting, systemActor('operator'), (ctx) => endHall(ctx, { divisionCode, name }));
    if (!done.ok)
      throw new OperatorError(
        `没有在用的大厅叫“${name}”，在用的有 · no hall in use is called “${name}”; there are: ${done.refusal.names.join('、') || '–'}`,
      );
    const { itemsNaming } = done.value;
    sayDone([
      `已停用 ended: ${name}`,
      ...(itemsNaming.length === 0
        ? []
        : [
            `  这些事项的指南还写着它，请编辑改过来 · guides that still name it, for their editors: ${itemsNaming.join('、')}`,
          ]),
    ]);
  });
}
