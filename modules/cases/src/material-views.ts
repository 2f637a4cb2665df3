import { type FileView, findFiles } from '@zhengtong/files';
import type { FileLine } from '@zhengtong/files/contract';
import { type Source, saySource, type Values } from '@zhengtong/forms';
import type { Instant } from '@zhengtong/kernel';
import type { Ctx, Language } from '@zhengtong/platform';
import type { Sentence } from '@zhengtong/standards';
import type { Static } from 'typebox';
import type { MaterialView } from './contract.ts';
import { sightOf } from './domain/field-rights.ts';
import { type Erased, findErased } from './erased-files.ts';
import type { LoadedCase } from './load-case.ts';
import { listNeeded } from './needed-materials.ts';
import { readAnswers } from './read-answers.ts';
import { listMaterialRows, type MaterialRow } from './store-materials.ts';

/** A file that lies for a material; `from`: the earlier case it was taken over from. */
export type SeenFile = FileLine & { readonly from: Source | undefined };
export type SeenMaterial = Omit<Static<typeof MaterialView>, 'isHidden' | 'erased' | 'files'> & {
  readonly files: readonly SeenFile[];
};

/** As this officer's posts may see them in this state: where they may see nothing, no file is told. */
export async function listMaterialsForStaff(
  ctx: Ctx,
  loaded: LoadedCase,
  lang: Language,
): Promise<Static<typeof MaterialView>[]> {
  const { state, item } = loaded;
  const { values } = readAnswers(ctx, loaded);
  const reader = { status: state.status, roles: ctx.actor.roles };
  const erasedOf = await sayErasedMaterials(ctx, loaded);
  return (await listMaterials(ctx, loaded, values)).map((material) => {
    const sight = sightOf({ key: material.key, isPersonal: false }, reader, item.process.fieldRights);
    if (sight === 'hidden') return { ...material, isHidden: true, files: [], erased: null };
    const files = material.files.map(({ from, ...file }) => ({
      ...file,
      source: saySource(from, lang, 'office') ?? null,
    }));
    return { ...material, files, isHidden: false, erased: erasedOf.get(material.key)?.[lang] ?? null };
  });
}

/** Of an ended case: what is said of the materials that had files which were erased, by the last of them. */
export async function sayErasedMaterials(ctx: Ctx, loaded: LoadedCase): Promise<ReadonlyMap<string, Sentence>> {
  const { row } = loaded;
  const rows = await listMaterialRows(ctx.tx, { divisionCode: row.division_code, caseId: row.id });
  const ids = rows.map(({ file_id }) => file_id);
  const erasedOf = await findErased(ctx, loaded, ids);
  const last = new Map<string, Erased>();
  for (const { material, file_id } of rows) {
    const erased = erasedOf.get(file_id);
    if (erased && erased.on > (last.get(material)?.on ?? '')) last.set(material, erased);
  }
  return new Map([...last].map(([material, { said }]) => [material, said]));
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
    files: rows.filter((one) => one.material === key).flatMap((one) => toSeen(one, files.get(one.file_id))),
    checks: checks.map((check) => {
      const outcome = state.checks[`${key}/${check.key}`];
      return { key: check.key, text: check.text, isFine: outcome?.isFine ?? null, note: outcome?.note ?? null };
    }),
  }));
}

function toSeen({ from_number, from_filed_at }: MaterialRow, file: FileView | undefined): SeenFile[] {
  if (!file) return [];
  const isTakenOver = from_number !== null && from_filed_at !== null;
  const from = isTakenOver ? { kind: 'case' as const, number: from_number, at: from_filed_at as Instant } : undefined;
  return [{ ...toFileLine(file), from }];
}

export const toFileLine = ({ id, fileName, mediaType, sizeBytes, trust, scan }: FileView): FileLine => ({
  id,
  fileName,
  mediaType,
  sizeBytes,
  trust,
  scan,
});
