import type { Material } from '@zhengtong/catalogue';
import { attachFiles, type FileView, findFiles } from '@zhengtong/files';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { whyShut } from './domain/field-rights.ts';
import type { LoadedCase } from './load-case.ts';
import { openedBy } from './opened-by-correction.ts';
import { loadOwnCase } from './own-case.ts';
import { addMaterialRow, listMaterialRows, materialRow, removeMaterialRow } from './store-materials.ts';

export type MaterialRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-status'; readonly stands: string }
  | { readonly kind: 'not-asked'; readonly keys: readonly string[] }
  | { readonly kind: 'no-such-material' }
  | { readonly kind: 'no-such-file' }
  | { readonly kind: 'file-elsewhere' }
  | { readonly kind: 'file-infected' }
  | { readonly kind: 'kind-not-accepted'; readonly accept: readonly string[] }
  | { readonly kind: 'file-too-large'; readonly mostBytes: number }
  | { readonly kind: 'too-many-files'; readonly most: number };

export const mostFiles = 20;

/** Puts an uploaded file to a material of one's own case, while it is a draft or this material is asked about. */
export async function attachMaterial(
  ctx: Ctx,
  given: { caseId: string; material: string; fileId: string },
): Promise<Result<undefined, MaterialRefusal>> {
  const loaded = await loadOwnCase(ctx, given.caseId, 'change');
  if (!loaded) return refuse({ kind: 'not-found' });
  const shut = whyNot(loaded, given.material);
  if (shut) return refuse(shut);
  const material = loaded.item.materials.find((one) => one.key === given.material);
  if (!material) return refuse({ kind: 'no-such-material' });
  const [file] = await findFiles(ctx, [given.fileId]);
  const unfit = whyUnfit(ctx, material, file, loaded.row.id);
  if (unfit) return refuse(unfit);
  const ref = { divisionCode: loaded.row.division_code, caseId: loaded.row.id };
  const there = (await listMaterialRows(ctx.tx, ref)).filter((row) => row.material === given.material);
  if (there.length >= mostFiles) return refuse({ kind: 'too-many-files', most: mostFiles });
  await addMaterialRow(ctx.tx, materialRow(ref, given, ctx.now));
  return attachFiles(ctx, [given.fileId], ref);
}

/** Takes a file away again. After filing its row stays, marked: what was looked at does not vanish. */
export async function removeMaterial(
  ctx: Ctx,
  given: { caseId: string; material: string; fileId: string },
): Promise<Result<undefined, MaterialRefusal>> {
  const loaded = await loadOwnCase(ctx, given.caseId, 'change');
  if (!loaded) return refuse({ kind: 'not-found' });
  const shut = whyNot(loaded, given.material);
  if (shut) return refuse(shut);
  const ref = { divisionCode: loaded.row.division_code, caseId: loaded.row.id };
  return (await removeMaterialRow(ctx.tx, ref, given, ctx.now)) ? ok() : refuse({ kind: 'no-such-file' });
}

/** Why a file cannot stand for a material; undefined where it can. */
export function whyUnfit(
  ctx: Ctx,
  material: Material,
  file: FileView | undefined,
  caseId?: string,
): MaterialRefusal | undefined {
  if (!file || file.ownerId !== ctx.actor.id) return { kind: 'no-such-file' };
  // A file is erased with its case: a second case would lose it then.
  if (file.caseId !== null && file.caseId !== caseId) return { kind: 'file-elsewhere' };
  if (file.scan === 'infected') return { kind: 'file-infected' };
  return whyNotTaken(material, file);
}

/** Why a file is none of the kinds this material takes, or larger than it takes. */
export function whyNotTaken(
  material: Material,
  file: Pick<FileView, 'mediaType' | 'sizeBytes'>,
): MaterialRefusal | undefined {
  if (!material.accept.includes(file.mediaType)) return { kind: 'kind-not-accepted', accept: material.accept };
  if (file.sizeBytes > material.maxBytes) return { kind: 'file-too-large', mostBytes: material.maxBytes };
  return undefined;
}

/** Why nothing can be put to this material now. */
export function whyNot({ state, item }: LoadedCase, material: string): MaterialRefusal | undefined {
  const shut = whyShut(material, { status: state.status, asked: openedBy(item, state.asked) });
  return shut?.kind === 'not-asked' ? { ...shut, keys: [material] } : shut;
}
