import { type Certificate, findCertificateOfCase } from '@zhengtong/certificates';
import { findFiles } from '@zhengtong/files';
import type { FileLine } from '@zhengtong/files/contract';
import { checkDraft, type Draft, type Filed, type Form, type FormContext, typedOf } from '@zhengtong/forms';
import { findFirm, findOrganisation, subjectOf } from '@zhengtong/identity';
import { civilDateAt, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx, Language } from '@zhengtong/platform';
import type { Sentence } from '@zhengtong/standards';
import { listFileIds, rightfulFiles } from './answer-files.ts';
import { openAnswers } from './answers.ts';
import { listClocks } from './clock-views.ts';
import type { ClockView, TimelineEntry } from './contract.ts';
import { foldCase } from './domain/fold-case.ts';
import { type Remedy, remediesFrom } from './domain/remedies.ts';
import { findErased } from './erased-files.ts';
import { answersContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import { compareCorrection } from './list-standing.ts';
import type { LoadedCase } from './load-case.ts';
import { listMaterials, type SeenMaterial, sayErasedMaterials, toFileLine } from './material-views.ts';
import { loadOwnCase } from './own-case.ts';
import { itemsOf } from './pinned-items.ts';
import { loadPlaces } from './real-places.ts';
import { type CaseRow, listOwnedRows } from './store-cases.ts';
import { tellForApplicant } from './timeline.ts';

export type MyCaseLine = {
  readonly caseId: string;
  readonly number: string;
  readonly officialNumber: string | null;
  readonly itemName: string;
  readonly itemNameEn: string | null;
  readonly status: string;
  readonly outcome: string | null;
  readonly dueOn: string | null;
  readonly submittedAt: string | null;
  readonly changedAt: string;
  readonly isForFirm: boolean;
};

export const toLine = (row: CaseRow, item: { readonly nameEn?: string | undefined } = {}): MyCaseLine => ({
  caseId: row.id,
  number: row.number,
  officialNumber: row.official_number,
  itemName: row.item_name,
  itemNameEn: item.nameEn ?? null,
  status: row.status,
  outcome: row.outcome,
  dueOn: row.due_on,
  submittedAt: row.submitted_at,
  changedAt: row.changed_at,
  isForFirm: row.owner_id !== row.applicant_id,
});

/** Cases of the person, or of the firm they act for; newest first, 20 a page. */
export async function listMyCases(ctx: Ctx, beforeId?: string): Promise<MyCaseLine[]> {
  const subject = subjectOf(ctx, ctx.actor.firmId ?? ctx.actor.id);
  const rows = await listOwnedRows(ctx.tx, subject, beforeId);
  const itemOf = await itemsOf(ctx, rows);
  return rows.map((row) => toLine(row, itemOf(row)));
}

/** One line of one's own case; undefined where it is somebody else's. */
export async function findMyCaseLine(ctx: Ctx, caseId: string): Promise<MyCaseLine | undefined> {
  const loaded = await loadOwnCase(ctx, caseId, 'read');
  return loaded && toLine(loaded.row, loaded.item);
}

/** One's own case with all a page about it needs, from the first question to the letter. */
export type MyCase = {
  readonly line: MyCaseLine;
  /** For which firm it is, where it is for one. */
  readonly firmName: string | undefined;
  /** The bodies by name: who has it now or ended it, and who had it when it was accepted. */
  readonly offices: { readonly now: string; readonly accepted: string };
  readonly loaded: LoadedCase;
  readonly form: Form;
  readonly context: FormContext;
  readonly draft: Draft;
  readonly filed: Filed;
  readonly revision: number;
  /** Of a correction: which of the places asked about stand as they stood, by their keys. */
  readonly untouched: readonly string[];
  /** Each with what is said of files that lay there and were erased. */
  readonly materials: readonly (SeenMaterial & { readonly erased: Sentence | undefined })[];
  /** Every file of the case, of materials and of answers. */
  readonly files: readonly FileLine[];
  readonly clocks: readonly ClockView[];
  readonly timeline: readonly TimelineEntry[];
  readonly certificate: Certificate | undefined;
  /** Where a refusal can be taken, and until when. */
  readonly remedies: readonly Remedy[];
};

/** `lang`: what the house itself says in the history; what people wrote stands as they wrote it. */
export async function getMyCase(
  ctx: Ctx,
  caseId: string,
  lang: Language = 'zh',
): Promise<Result<MyCase, { readonly kind: 'not-found' }>> {
  const loaded = await loadOwnCase(ctx, caseId, 'read');
  if (!loaded) return refuse({ kind: 'not-found' });
  const { row, item, state } = loaded;
  const ref = { divisionCode: row.division_code, caseId: row.id };
  const form = formOf(item);
  const draft = openAnswers(ctx, row.answers);
  const fileIds = listFileIds(draft.answers);
  const answering = rightfulFiles(ctx, await findFiles(ctx, fileIds), row.id);
  const erased = await findErased(ctx, loaded, fileIds);
  const places = await loadPlaces(ctx, row.division_code, form, typedOf(draft));
  const context = answersContextOf(ctx, row, draft, { files: answering, erased, places });
  const filed = checkDraft(form, draft, context);
  const isRefused = state.outcome === 'refused' || state.status === 'not-accepted';
  const toldOn =
    state.decidedOn ??
    (state.status === 'not-accepted' ? civilDateAt(loaded.actions.at(-1)?.at ?? ctx.now) : undefined);
  const erasedOf = await sayErasedMaterials(ctx, loaded);
  const materials = (await listMaterials(ctx, loaded, filed.values)).map((one) => ({
    ...one,
    erased: erasedOf.get(one.key),
  }));
  return ok({
    line: toLine(row, item),
    firmName: row.owner_id === row.applicant_id ? undefined : (await findFirm(ctx, row.owner_id))?.name,
    offices: await nameOffices(ctx, loaded),
    loaded,
    form,
    context,
    draft,
    filed,
    revision: row.answers_revision,
    untouched: (await compareCorrection(ctx, loaded)).untouched,
    materials,
    files: [...materials.flatMap(({ files }) => files), ...answering.map(toFileLine)],
    clocks: listClocks(ctx, loaded),
    timeline: tellForApplicant(loaded, lang),
    certificate: await findCertificateOfCase(ctx, ref),
    remedies: isRefused && toldOn ? remediesFrom(toldOn, item.remedies) : [],
  });
}

/** A step of another body takes a case under way there; what is decided is decided by the body whose case it is. */
export async function nameOffices(ctx: Ctx, { row, state, item, actions }: LoadedCase): Promise<MyCase['offices']> {
  const nameOf = async (id: string) =>
    (await findOrganisation(ctx, { divisionCode: row.division_code, id }))?.name ?? item.organisationName;
  const acceptedAt = actions.findIndex(({ kind }) => kind === 'accepted');
  const whenAccepted = foldCase(item.organisationId, actions.slice(0, acceptedAt + 1));
  const nowId = state.status === 'accepted' ? row.organisation_id : state.organisationId;
  const now = await nameOf(nowId);
  const { organisationId: acceptedId } = whenAccepted;
  return { now, accepted: acceptedId === nowId ? now : await nameOf(acceptedId) };
}
