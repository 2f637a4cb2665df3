import { type FileView, findFiles } from '@zhengtong/files';
import type { FileLine } from '@zhengtong/files/contract';
import type { Values } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import type { Static } from 'typebox';
import type { MaterialView } from './contract.ts';
import { sightOf } from './domain/field-rights.ts';
import type { LoadedCase } from './load-case.ts';
import { listNeeded } from './needed-materials.ts';
import { readAnswers } from './read-answers.ts';
import { listMaterialRows } from './store-materials.ts';

type SeenMaterial = Omit<Static<typeof MaterialView>, 'isHidden'>;

/** As this officer's posts may see them in this state: where they may see nothing, no file is told. */
export async function listMaterialsForStaff(ctx: Ctx, loaded: LoadedCase): Promise<Static<typeof MaterialView>[]> {
  const { state, item } = loaded;
  const { values } = readAnswers(ctx, loaded);
  const reader = { status: state.status, roles: ctx.actor.roles };
  return (await listMaterials(ctx, loaded, values)).map((material) => {
    const sight = sightOf({ key: material.key, isPersonal: false }, reader, item.process.fieldRights);
    return sight === 'hidden' ? { ...material, isHidden: true, files: [] } : { ...material, isHidden: false };
  });
}

/** The materials a case calls for, with the files that lie there and what was found in each. */
export async function listMaterials(
  ctx: Ctx,
  { row, item, state }: LoadedCase,
  values: Values,
): Promise<SeenMaterial[]> {
  const rows = await listMaterialRows(ctx.tx, { divisionCode: row.division_code, caseId: row.id });
  const files = new Map(
    (
      await findFiles(
        ctx,
        rows.map((one) => one.file_id),
      )
    ).map((file) => [file.id, file]),
  );
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
