import * as cases from '@zhengtong/cases/contract';
import { getItemVersion } from '@zhengtong/catalogue';
import { findWhoToTell, subjectOf } from '@zhengtong/identity';
import { addDays, civilDateAt, type PayloadOf } from '@zhengtong/kernel';
import { sendMessage } from '@zhengtong/messages';
import { type Ctx, type Delivered, type Listener, listen } from '@zhengtong/platform';
import { daysToRate } from './domain/grades.ts';
import { claimInvitation, findRatable, keepRatable, type RatableRow } from './store-ratables.ts';
import { findRatingLink } from './store-ratings.ts';

type OfCase = PayloadOf<typeof cases.CaseAccepted>;

/** What cases tells becomes the small table of who may rate what until when. */
export const ratableListeners: readonly Listener[] = [
  // Kept from acceptance on, so that a withdrawal after it can be told from one before.
  listen('evaluation.on-case-accepted', cases.CaseAccepted, (ctx, payload) => keep(ctx, payload)),
  // A decision may be rated at once; the invitation waits for its delivery, when the person has it in hand.
  listen('evaluation.on-case-decided', cases.CaseDecided, (ctx, payload, event) => keep(ctx, payload, event)),
  listen('evaluation.on-case-delivered', cases.CaseDelivered, endAndInvite),
  listen('evaluation.on-case-not-accepted', cases.CaseNotAccepted, endAndInvite),
  listen('evaluation.on-case-withdrawn', cases.CaseWithdrawn, async (ctx, payload, event) => {
    // Withdrawn before acceptance: nothing was done that could be rated.
    if (await findRatable(ctx.tx, payload)) await endAndInvite(ctx, payload, event);
  }),
];

async function keep(ctx: Ctx, payload: OfCase, ended?: Delivered): Promise<void> {
  const { divisionCode, caseId, organisationId, itemId, itemVersion, applicantId } = payload;
  const row = {
    division_code: divisionCode,
    case_id: caseId,
    organisation_id: organisationId,
    item_id: itemId,
    item_version: itemVersion,
    applicant_id: applicantId,
    ended_at: ended ? ended.occurredAt : null,
    rate_until: ended ? addDays(civilDateAt(ended.occurredAt), daysToRate) : null,
  };
  await keepRatable(ctx.tx, row, subjectOf(ctx, applicantId));
}

async function endAndInvite(ctx: Ctx, payload: OfCase, event: Delivered): Promise<void> {
  await keep(ctx, payload, event);
  const row = await findRatable(ctx.tx, payload);
  // Who rated the decision before its delivery has said their word.
  if (row && (await findRatingLink(ctx.tx, payload))) return;
  // Only who applied may rate; who acts for the firm no more is not asked about its case.
  const { firmId, applicantId } = payload;
  if (firmId && (await findWhoToTell(ctx, { firmId, personId: applicantId })) !== applicantId) return;
  if (!row?.rate_until || !(await claimInvitation(ctx.tx, row, ctx.now))) return;
  await sendMessage(ctx, {
    to: row.applicant_id,
    ...(firmId ? { firmId } : {}),
    template: 'rating-invited',
    values: { ...(await nameItem(ctx, row)), caseId: row.case_id, dueOn: row.rate_until },
    caseId: row.case_id,
    divisionCode: row.division_code,
  });
}

/** What the case was about, as the version it is pinned to calls it. */
export async function nameItem(ctx: Ctx, row: RatableRow): Promise<{ itemName: string; itemNameEn?: string }> {
  const at = { divisionCode: row.division_code, itemId: row.item_id, version: row.item_version };
  const { name, nameEn } = await getItemVersion(ctx, at);
  return { itemName: name, ...(nameEn ? { itemNameEn: nameEn } : {}) };
}
