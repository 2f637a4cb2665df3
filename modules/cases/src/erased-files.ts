import { retentionOf } from '@zhengtong/catalogue';
import { listErased } from '@zhengtong/files';
import { type CivilDate, civilDateAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { type Sentence, sayDay } from '@zhengtong/standards';
import { papersKeptFor } from './domain/papers-kept.ts';
import type { LoadedCase } from './load-case.ts';

export type Erased = { readonly on: CivilDate; readonly said: Sentence };

/** Of an ended case: which of these files were erased as their time was over, by id, and what is said in their place. */
export async function findErased(
  ctx: Ctx,
  { row, item, actions }: Pick<LoadedCase, 'row' | 'item' | 'actions'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Erased>> {
  const period = papersKeptFor(actions, retentionOf(item));
  if (!period || period === 'permanent') return new Map();
  const years = Number.parseInt(period, 10);
  const erasedAt = await listErased(ctx, row.id, ids);
  return new Map(
    [...erasedAt].map(([id, at]) => {
      const on = civilDateAt(at);
      return [id, { on, said: sayErased(on, years) }];
    }),
  );
}

function sayErased(on: CivilDate, years: number): Sentence {
  const day = sayDay(on);
  return {
    zh: `文件已于${day.zh}删除：按事项规定，办结后保管 ${years} 年，期限已满（个人信息保护法第四十七条）`,
    en: `Erased on ${day.en}: by its service item the files are kept ${years} years from the end of the case, and that is over (Personal Information Protection Law 47)`,
  };
}
