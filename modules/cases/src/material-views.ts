import { retentionOf } from '@zhengtong/catalogue';
import { type FileView, findFiles, listErased } from '@zhengtong/files';
import type { FileLine } from '@zhengtong/files/contract';
import type { Values } from '@zhengtong/forms';
import { civilDateAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { Static } from 'typebox';
import type { MaterialView } from './contract.ts';
import { sightOf } from './domain/field-rights.ts';
import { papersKeptFor } from './domain/papers-kept.ts';
import type { LoadedCase } from './load-case.ts';
import { listNeeded } from './needed-materials.ts';
import { readAnswers } from './read-answers.ts';
import { listMaterialRows, type MaterialRow } from './store-materials.ts';

type SeenMaterial = Omit<Static<typeof MaterialView>, 'isHidden' | 'erased'>;
type Erased = Static<typeof MaterialView>['erased'];

/** As this officer's posts may see them in this state: where they may see nothing, no file is told. */
export async function listMaterialsForStaff(ctx: Ctx, loaded: LoadedCase): Promise<Static<typeof MaterialView>[]> {
  const { state, item } = loaded;
  const { values } = readAnswers(ctx, loaded);
  const reader = { status: state.status, roles: ctx.actor.roles };
  const erasedOf = await listErasedMaterials(ctx, loaded);
  return (await listMaterials(ctx, loaded, values)).map((material) => {
    const sight = sightOf({ key: material.key, isPersonal: false }, reader, item.process.fieldRights);
    if (sight === 'hidden') return { ...material, isHidden: true, files: [], erased: null };
    return { ...material, isHidden: false, erased: erasedOf.get(material.key) ?? null };
  });
}

/** Of an ended case: which materials had files that were erased as their time was over, and when the last of them was. */
async function listErasedMaterials(ctx: Ctx, { row, item, actions }: LoadedCase): Promise<ReadonlyMap<string, Erased>> {
  const period = papersKeptFor(actions, retentionOf(item));
  if (!period || period === 'permanent') return new Map();
  const rows = await listMaterialRows(ctx.tx, { divisionCode: row.division_code, caseId: row.id });
  const erasedAt = await listErased(
    ctx,
    rows.map(({ file_id }) => file_id),
  );
  const erased = new Map<string, Erased>();
  for (const { material, file_id } of rows) {
    const at = erasedAt.get(file_id);
    const on = at && civilDateAt(at);
    if (on && on > (erased.get(material)?.on ?? '')) erased.set(material, { on, period });
  }
  return erased;
}

/** What lies with a case for its materials. */
export type LyingFiles = { readonly rows: readonly MaterialRow[]; readonly files: ReadonlyMap<string, FileView> };

export async function findLyingFiles(ctx: Ctx, { row }: Pick<LoadedCase, 'row'>): Promise<LyingFiles> {
  const rows = await listMaterialRows(ctx.tx, { divisionCode: row.division_code, caseId: row.id });
  const files = await findFiles(
    ctx,
    rows.map((one) => one.file_id),
  );
  return { rows, files: new Map(files.map((file) => [file.id, file])) };
}

/** The materials a case calls for, with the files that lie there and what was found in each. */
export const listMaterials = async (ctx: Ctx, loaded: LoadedCase, values: Values): Promise<SeenMaterial[]> =>
  describeMaterials(loaded, values, await findLyingFiles(ctx, loaded));

/** The same of files found before, in the language of the item. */
export function describeMaterials(
  { item, state }: Pick<LoadedCase, 'item' | 'state'>,
  values: Values,
  { rows, files }: LyingFiles,
): SeenMaterial[] {
  return listNeeded(item, values).map(({ key, name, isRequired, checks }) => ({
    key,
    name,
    isRequired,
    files: rows.filter((one) => one.material === key).flatMap((one) => toLine(files.get(one.file_id))),
    checks: checks.map((check) => {
      const outcome = state.checks[`${key}/${check.key}`];
      return { key: check.key, text: check.text, isFine: outcome?.isFine ?? null, note: outcome?.note ?? null };
    }),
  }));
}

const toLine = (file: FileView | undefined): FileLine[] => (file ? [toFileLine(file)] : []);

export const toFileLine = ({ id, fileName, mediaType, sizeBytes, trust, scan }: FileView): FileLine => ({
  id,
  fileName,
  mediaType,
  sizeBytes,
  trust,
  scan,
});
