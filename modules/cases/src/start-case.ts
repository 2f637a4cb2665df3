import { findPublishedItem, isOnline, type OnlineItem } from '@zhengtong/catalogue';
import { type Draft, emptyDraft, prefill } from '@zhengtong/forms';
import { findFirm, getProfile, subjectOf } from '@zhengtong/identity';
import { drawBytes, newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, runParts, seal } from '@zhengtong/platform';
import { sealAnswers } from './answers.ts';
import type { Recorded } from './domain/action.ts';
import { makeFilingNumber } from './domain/case-number.ts';
import { emptyCase } from './domain/fold-case.ts';
import { formContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import { listKnown } from './known-facts.ts';
import { actionRow } from './record-action.ts';
import { type CaseRow, insertActionPart, insertCaseParts } from './store-cases.ts';
import { takeFromLastCase } from './take-from-last-case.ts';

export type StartRefusal =
  | { readonly kind: 'item-not-online' }
  | { readonly kind: 'not-verified' }
  | { readonly kind: 'audience-wrong'; readonly audience: readonly string[] };

export type Started = { readonly caseId: string; readonly divisionCode: string; readonly number: string };

/** Begins a case: a draft pinned to the item's version, with everything filled in that is known already. */
export async function startCase(
  ctx: Ctx,
  at: { divisionCode: string; itemId: string },
): Promise<Result<Started, StartRefusal>> {
  const item = await findPublishedItem(ctx, at);
  if (!item || !isOnline(item)) return refuse({ kind: 'item-not-online' });
  const profile = await getProfile(ctx);
  if (!profile.isVerified) return refuse({ kind: 'not-verified' });
  const audience = ctx.actor.firmId ? 'firm' : 'person';
  if (!item.audience.includes(audience)) return refuse({ kind: 'audience-wrong', audience: item.audience });

  const form = formOf(item);
  const known = prefill(form, emptyDraft, await listKnown(ctx, form, profile), formContextOf(ctx, at.divisionCode));
  const draft = await takeFromLastCase(ctx, item, known);
  const row = await draftRow(ctx, item, draft, profile.name ?? '');
  const started: Recorded = { kind: 'started', seq: 1, at: ctx.now, by: { kind: 'applicant', id: ctx.actor.id } };
  await runParts(ctx.tx, [
    insertCaseParts(row, subjectOf(ctx, row.owner_id)),
    insertActionPart('first_action', actionRow(ctx, row, started)),
  ]);
  return ok({ caseId: row.id, divisionCode: row.division_code, number: row.number });
}

/** The row of a case before it is filed. In lists a firm goes by its own name, a person by a masked one. */
export async function draftRow(ctx: Ctx, item: OnlineItem, draft: Draft, personName: string): Promise<CaseRow> {
  const ownerId = ctx.actor.firmId ?? ctx.actor.id;
  const firm = ctx.actor.firmId ? await findFirm(ctx, ctx.actor.firmId) : undefined;
  const state = emptyCase(item.organisationId);
  return {
    division_code: item.divisionCode,
    id: newId(),
    number: makeFilingNumber(drawBytes),
    official_number: null,
    item_id: item.itemId,
    item_version: item.version,
    item_name: item.name,
    organisation_id: item.organisationId,
    applicant_id: ctx.actor.id,
    owner_id: ownerId,
    applicant_name: seal(ctx.keys, 'cases.applicant_name', firm?.name ?? personName),
    answers: sealAnswers(ctx, draft),
    answers_revision: 1,
    status: state.status,
    seq: 1,
    is_paused: false,
    outcome: null,
    held_by: null,
    step: null,
    role_due: null,
    received_on: null,
    accepted_on: null,
    decided_on: null,
    due_on: null,
    legal_due_on: null,
    warn_on: null,
    is_overdue: false,
    is_pause_overdue: false,
    papers_settled: false,
    started_at: ctx.now,
    submitted_at: null,
    changed_at: ctx.now,
  };
}
