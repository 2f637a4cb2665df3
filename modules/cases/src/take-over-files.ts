import type { OnlineItem } from '@zhengtong/catalogue';
import { copyFile, type FileView } from '@zhengtong/files';
import { subjectOf } from '@zhengtong/identity';
import { civilDateAt, type Instant, newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, noteRead } from '@zhengtong/platform';
import { type MaterialRefusal, mostFiles, whyNot, whyNotTaken } from './attach-material.ts';
import { isFoundWrong, isPastValidity } from './domain/earlier-files.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { findLyingFiles, type LyingFiles } from './material-views.ts';
import { loadOwnCase } from './own-case.ts';
import { findLastFiled } from './store-cases.ts';
import { addMaterialRow, materialRow } from './store-materials.ts';

/** What lay for one material with the case filed last, and could be used again. */
export type EarlierFiles = {
  readonly caseId: string;
  readonly number: string;
  readonly filedAt: Instant;
  readonly files: readonly FileView[];
};

type Of = Pick<LoadedCase, 'row' | 'item'>;

/** A file of the case filed last that a program names for a material, with the id its copy will have. */
export type TakenOver = {
  readonly material: string;
  readonly fileId: string;
  readonly file: FileView;
  readonly copyId: string;
  readonly from: Omit<EarlierFiles, 'files'>;
};

/**
 * By material, the files of the case that the owner of this draft filed last for the same item: of the same person, or the
 * same firm whoever acts for it. Not what is erased, was found infected or waits for the scanner, what the office found
 * wrong, what this version no longer takes, what is past its validity, and what lies here already. They are offered and
 * never taken unasked: papers age, and a person must look.
 */
export async function listEarlierFiles(ctx: Ctx, { row, item }: Of): Promise<ReadonlyMap<string, EarlierFiles>> {
  const offered = new Map<string, EarlierFiles>();
  if (row.submitted_at !== null) return offered;
  const [there, earlier] = [await findLyingFiles(ctx, { row }), await findEarlier(ctx, row.owner_id, item)];
  for (const [material, { files, ...from }] of earlier) {
    const left = files.filter(isNew(material, there));
    if (left.length > 0) offered.set(material, { ...from, files: left });
  }
  return offered;
}

/** Whether nothing with the same content lies for this material yet. */
const isNew =
  (material: string, there: LyingFiles) =>
  ({ sha256 }: FileView): boolean =>
    !there.rows.some((one) => one.material === material && there.files.get(one.file_id)?.sha256 === sha256);

/** The same, also what lies here already. */
async function findEarlier(ctx: Ctx, ownerId: string, item: OnlineItem): Promise<ReadonlyMap<string, EarlierFiles>> {
  const earlier = new Map<string, EarlierFiles>();
  const last = await findLastFiled(ctx.tx, subjectOf(ctx, ownerId), item);
  const from = last && (await loadCase(ctx, { divisionCode: last.division_code, caseId: last.id }, 'read'));
  if (!from) return earlier;
  const lying = await findLyingFiles(ctx, from);
  for (const material of item.materials) {
    if (isFoundWrong(material.key, from)) continue;
    const files = lying.rows
      .filter((one) => one.material === material.key)
      .flatMap(({ file_id }) => lying.files.get(file_id) ?? [])
      .filter(({ scan }) => scan === 'clean' || scan === 'unscanned')
      .filter((file) => !whyNotTaken(material, file))
      .filter(({ receivedAt }) => !isPastValidity(material, receivedAt as Instant, civilDateAt(ctx.now)));
    const { id, number, submitted_at } = from.row;
    if (files.length > 0) earlier.set(material.key, { caseId: id, number, filedAt: submitted_at as Instant, files });
  }
  return earlier;
}

/**
 * Puts to a material of a draft what `listEarlierFiles` offers for it, as copies that keep where they came from. Pressed
 * twice, or in two windows, each file is there once: the draft is locked, and what lies here is not put here again.
 * `fromCaseId`: the case whose files the person saw; where another has been filed since, they look again. Each use is
 * noted for whoever sent the file.
 */
export async function takeOverFiles(
  ctx: Ctx,
  given: { caseId: string; material: string; fromCaseId: string },
): Promise<Result<undefined, MaterialRefusal>> {
  const loaded = await loadOwnCase(ctx, given.caseId, 'change');
  if (!loaded) return refuse({ kind: 'not-found' });
  const { row, item } = loaded;
  if (row.submitted_at !== null) return refuse({ kind: 'wrong-status', stands: loaded.state.status });
  const shut = whyNot(loaded, given.material);
  if (shut) return refuse(shut);
  if (!item.materials.some(({ key }) => key === given.material)) return refuse({ kind: 'no-such-material' });
  const earlier = (await findEarlier(ctx, row.owner_id, item)).get(given.material);
  if (earlier?.caseId !== given.fromCaseId) return refuse({ kind: 'no-such-file' });
  const ref = { divisionCode: row.division_code, caseId: row.id };
  const there = await findLyingFiles(ctx, loaded);
  const files = earlier.files.filter(isNew(given.material, there));
  const count = there.rows.filter((one) => one.material === given.material).length;
  if (count + files.length > mostFiles) return refuse({ kind: 'too-many-files', most: mostFiles });
  for (const file of files) {
    const copied = await copyFile(ctx, file.id, ref);
    // Erased at this very moment: its time was over.
    if (!copied.ok) return refuse({ kind: 'no-such-file' });
    const from = { number: earlier.number, at: earlier.filedAt };
    await addMaterialRow(
      ctx.tx,
      materialRow(ref, { material: given.material, fileId: copied.value.id }, ctx.now, from),
    );
    noteUse(ctx, file, earlier.caseId);
  }
  return ok();
}

/** For whoever sent the file to see. */
export const noteUse = (ctx: Ctx, { ownerId }: FileView, caseId: string): void =>
  noteRead(ctx, { subject: subjectOf(ctx, ownerId), purpose: '再次申请时沿用材料', caseId, fields: ['materials'] });

/**
 * A file as a program names it. `isTakenOver`: it is one of the case filed last, and the program says so: of two filings at
 * once of one new file the later is refused, not taken for a second application.
 */
export type NamedFile = { readonly material: string; readonly fileId: string; readonly isTakenOver?: boolean };

/**
 * What a program that files whole takes over from the case filed last, for the same materials: by the id of the file
 * there, or of the one it sent itself and that has this content. `files`: those it names, as they are found by their ids.
 */
export async function listTakenOver(
  ctx: Ctx,
  item: OnlineItem,
  named: readonly NamedFile[],
  files: readonly FileView[],
): Promise<TakenOver[]> {
  const meant = named.filter(({ isTakenOver }) => isTakenOver);
  if (meant.length === 0) return [];
  const earlier = await findEarlier(ctx, ctx.actor.firmId ?? ctx.actor.id, item);
  const pairs = new Map(meant.map((one) => [`${one.material} ${one.fileId}`, one]));
  return [...pairs.values()].flatMap(({ material, fileId }) => {
    const sent = files.find(({ id, ownerId, caseId }) => id === fileId && ownerId === ctx.actor.id && caseId !== null);
    const { files: there = [], ...from } = earlier.get(material) ?? {};
    const file = there.find(({ id, sha256 }) => id === fileId || sha256 === sent?.sha256);
    return file && 'caseId' in from ? [{ material, fileId, file, copyId: newId(), from }] : [];
  });
}
