import { workCalendarAt } from '@zhengtong/calendar';
import { findStandingItem, isOnline, type OnlineItem } from '@zhengtong/catalogue';
import { attachFiles, copyFile, type FileView, findFiles } from '@zhengtong/files';
import { type Draft, emptyDraft, prefill, putAnswers } from '@zhengtong/forms';
import { getProfile, subjectOf } from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { messageParts } from '@zhengtong/messages';
import { type AtOnce, type Ctx, together, writeInside } from '@zhengtong/platform';
import { listFileIds, rightfulFiles } from './answer-files.ts';
import { type MaterialRefusal, mostFiles, whyUnfit } from './attach-material.ts';
import type { Recorded } from './domain/action.ts';
import { applyAction, emptyCase } from './domain/fold-case.ts';
import { formContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import { listKnown } from './known-facts.ts';
import type { LoadedCase } from './load-case.ts';
import { byApplicant } from './own-case.ts';
import { loadPlaces, type Places } from './real-places.ts';
import { actionRow, columnsOf, lookParts, tellingParts } from './record-action.ts';
import type { SaveAnswersRefusal } from './save-answers.ts';
import { draftRow, type StartRefusal } from './start-case.ts';
import { insertActionPart, insertCaseParts } from './store-cases.ts';
import { insertMaterialsPart, materialRow } from './store-materials.ts';
import { judgeComplete, type SubmitRefusal } from './submit-case.ts';
import { listTakenOver, type NamedFile, noteUse, type TakenOver } from './take-over-files.ts';
import { submittedMessage } from './tell-applicant.ts';
import { termsOf } from './terms.ts';

export type FileGiven = {
  readonly divisionCode: string;
  readonly itemId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly materials?: readonly NamedFile[];
};

export type FileRefusal = StartRefusal | SaveAnswersRefusal | MaterialRefusal | SubmitRefusal;

/** Starts and files a case in the caller's transaction: everything is there or nothing is. */
export async function fileCase(ctx: Ctx, given: FileGiven): Promise<Result<LoadedCase, FileRefusal>> {
  const filed = await fileAtOnce(ctx, given);
  if (!filed.ok) return filed;
  const written = await writeInside(ctx, filed.value);
  return written.ok ? written : refuse({ kind: 'file-elsewhere' });
}

/**
 * Files a case whole, for programs and for whoever sends everything together. The same judgements in the same order as
 * the portal's way, page by page (`startCase`, `saveAnswers`, `attachMaterial`, `submitCase`), over what few reads can tell, and
 * then every row, number, event and letter as one statement; a test holds that both ways leave the same. Nothing is taken
 * from an earlier case but files that are named as such: who sends everything together says everything, and nobody would
 * look at what they left out. No row that was there before is locked: a case of one's own cannot meet anybody before it is
 * filed.
 */
export async function fileAtOnce(ctx: Ctx, given: FileGiven): Promise<Result<AtOnce<LoadedCase>, FileRefusal>> {
  const [item, profile] = await together(findStandingItem(ctx, given), getProfile(ctx));
  if (!item || !isOnline(item)) return refuse({ kind: 'item-not-online' });
  if (!profile.isVerified) return refuse({ kind: 'not-verified' });
  const audience = ctx.actor.firmId ? 'firm' : 'person';
  if (!item.audience.includes(audience)) return refuse({ kind: 'audience-wrong', audience: item.audience });

  const places = await loadPlaces(ctx, item.divisionCode, formOf(item), given.answers);
  const draft = writeDraft(ctx, item, given, await listKnown(ctx, formOf(item), profile), places);
  const materials = given.materials ?? [];
  const named = [...new Set([...materials.map((one) => one.fileId), ...listFileIds(draft.answers)])];
  const files = named.length > 0 ? await findFiles(ctx, named) : [];
  const takenOver = await listTakenOver(ctx, item, materials, files);
  const unfit = findUnfit(ctx, item, { materials, takenOver }, files);
  if (unfit) return refuse(unfit);
  const rightful = rightfulFiles(ctx, files, undefined);
  const context = formContextOf(ctx, item.divisionCode, { files: rightful, places });
  const complete = judgeComplete(item, draft, context, new Set(materials.map((one) => one.material)));
  if (!complete.ok) return complete;

  const filed = await fileAs(ctx, item, draft, profile.name ?? '');
  // An answer that other answers hide is kept and judged by nobody: whatever file it names, only one's own goes along.
  const ids = rightful.map((file) => file.id);
  for (const { file, from } of takenOver) noteUse(ctx, file, from.caseId);
  return ok({
    value: filed,
    parts: partsOf(ctx, filed, { materials, takenOver }),
    ...attaching(filed, ids, takenOver),
  });
}

function writeDraft(
  ctx: Ctx,
  item: OnlineItem,
  given: FileGiven,
  known: Awaited<ReturnType<typeof listKnown>>,
  places: Places,
): Draft {
  const context = formContextOf(ctx, item.divisionCode, { places });
  const writer = { by: ctx.actor.id, at: ctx.now, ...(ctx.actor.firmId ? { for: ctx.actor.firmId } : {}) };
  const form = formOf(item);
  return putAnswers(form, prefill(form, emptyDraft, known, context), given.answers, writer, context);
}

type Materials = NonNullable<FileGiven['materials']>;
type Given = { readonly materials: Materials; readonly takenOver: readonly TakenOver[] };

const findTaken = (
  takenOver: readonly TakenOver[],
  { material, fileId, isTakenOver }: NamedFile,
): TakenOver | undefined =>
  isTakenOver ? takenOver.find((one) => one.material === material && one.fileId === fileId) : undefined;

function findUnfit(
  ctx: Ctx,
  item: OnlineItem,
  { materials, takenOver }: Given,
  files: readonly FileView[],
): MaterialRefusal | undefined {
  const counted = new Map<string, number>();
  for (const one of materials) {
    const { material: key, fileId } = one;
    const material = item.materials.find((asked) => asked.key === key);
    if (!material) return { kind: 'no-such-material' };
    const file = files.find(({ id }) => id === fileId);
    const unfit = findTaken(takenOver, one) ? undefined : whyUnfit(ctx, material, file);
    if (unfit) return unfit;
    const there = counted.get(key) ?? 0;
    if (there >= mostFiles) return { kind: 'too-many-files', most: mostFiles };
    counted.set(key, there + 1);
  }
  return undefined;
}

/** The case as it stands after `started` and `submitted`. */
async function fileAs(ctx: Ctx, item: OnlineItem, draft: Draft, personName: string): Promise<LoadedCase> {
  const blank = await draftRow(ctx, item, draft, personName);
  const about = { at: ctx.now, by: byApplicant(ctx) };
  const actions: Recorded[] = [
    { kind: 'started', seq: 1, ...about },
    { kind: 'submitted', seq: 2, ...about },
  ];
  const state = actions.reduce(applyAction, emptyCase(item.organisationId));
  const case_ = { item, terms: termsOf(item), calendar: await workCalendarAt(ctx, item.divisionCode) };
  // Revision 2, as after filling in and saving once.
  const row = { ...blank, answers_revision: 2, ...columnsOf(ctx, case_, state), submitted_at: ctx.now };
  return { ...case_, row, state, actions };
}

function partsOf(ctx: Ctx, filed: LoadedCase, { materials, takenOver }: Given): AtOnce<LoadedCase>['parts'] {
  const { row } = filed;
  const ref = { divisionCode: row.division_code, caseId: row.id };
  const rows = materials.map((one) => {
    const taken = findTaken(takenOver, one);
    if (!taken) return materialRow(ref, one, ctx.now);
    const from = { number: taken.from.number, at: taken.from.filedAt };
    return materialRow(ref, { ...one, fileId: taken.copyId }, ctx.now, from);
  });
  return [
    insertCaseParts(row, subjectOf(ctx, row.owner_id)),
    ...filed.actions.map((action) => insertActionPart(`action_${action.seq}`, actionRow(ctx, row, action))),
    ...(rows.length > 0 ? [insertMaterialsPart(rows)] : []),
    ...tellingParts(ctx, filed, 'submitted'),
    ...messageParts(ctx, submittedMessage(filed)),
    ...lookParts(ctx, filed),
  ];
}

/** Files move to the case they were sent with, or are copied to it; rows that were there before, so no part of the statement. */
function attaching(
  { row }: LoadedCase,
  ids: readonly string[],
  takenOver: readonly TakenOver[],
): Pick<AtOnce<LoadedCase>, 'afterwards'> {
  if (ids.length === 0 && takenOver.length === 0) return {};
  const at = { divisionCode: row.division_code, caseId: row.id };
  return {
    afterwards: async (ctx) => {
      for (const { file, copyId } of takenOver) {
        const copied = await copyFile(ctx, file.id, at, copyId);
        if (!copied.ok) return copied;
      }
      return attachFiles(ctx, ids, at);
    },
  };
}
