import { findFiles } from '@zhengtong/files';
import type { Ctx } from '@zhengtong/platform';
import type { Standing } from './domain/action.ts';
import { listChanged, listUntouched } from './domain/corrected.ts';
import type { LoadedCase } from './load-case.ts';
import { listNeeded } from './needed-materials.ts';
import { openedBy } from './opened-by-correction.ts';
import { listApplying } from './question-keys.ts';
import { readAnswers } from './read-answers.ts';
import { listMaterialRows } from './store-materials.ts';

type Of = Pick<LoadedCase, 'row' | 'item'>;

/** What stands now at each of these places that applies: a question's value, a material's files. */
export async function listStanding(ctx: Ctx, { row, item }: Of, keys: readonly string[]): Promise<Standing[]> {
  const answered = readAnswers(ctx, { row, item });
  const asked = (list: readonly { readonly key: string }[]) => list.filter(({ key }) => keys.includes(key));
  const materials = asked(listNeeded(item, answered.values));
  const rows =
    materials.length > 0 ? await listMaterialRows(ctx.tx, { divisionCode: row.division_code, caseId: row.id }) : [];
  const found = await findFiles(
    ctx,
    rows.map((one) => one.file_id),
  );
  return [
    // A wrong value is none: it cannot be sent, and differs from what stood in any case.
    ...asked(listApplying(answered)).map(({ key }) => ({ at: key, value: answered.values[key] ?? null })),
    ...materials.map(({ key }) => {
      const ids = rows.filter(({ material }) => material === key).map((one) => one.file_id);
      return {
        at: key,
        files: found.filter(({ id }) => ids.includes(id)).map(({ id, fileName }) => ({ id, fileName })),
      };
    }),
  ];
}

/** How far a correction has come: what was changed, and which of the places asked about stand as they stood. */
export async function compareCorrection(
  ctx: Ctx,
  loaded: LoadedCase,
): Promise<{ readonly changed: readonly Standing[]; readonly untouched: readonly string[] }> {
  const { asked = [], was } = loaded.state;
  if (loaded.state.status !== 'correction' || !was) return { changed: [], untouched: [] };
  const keys = openedBy(loaded.item, asked).map(({ at }) => at);
  const now = await listStanding(ctx, loaded, keys);
  return {
    changed: listChanged({ was, now }),
    untouched: listUntouched({ asked: asked.map(({ at }) => at), was, now }),
  };
}
