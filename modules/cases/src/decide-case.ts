import { findIssuer, type Issuer, issueParts } from '@zhengtong/certificates';
import { findStaffName } from '@zhengtong/identity';
import { civilDateAt, ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import { type AtOnce, type Ctx, type Part, together } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { Law, Outcome } from './domain/action.ts';
import { sayOpenPoint } from './domain/open-points.ts';
import { isDecisionDue } from './domain/turn.ts';
import { describeHolder } from './holder.ts';
import type { LoadedCase } from './load-case.ts';
import { findOpenPoints } from './open-points.ts';
import type { ActRefusal } from './refusals.ts';
import { sayAnswers } from './say-answers.ts';
import type { CaseRef } from './store-cases.ts';
import { letterOfCertificate } from './tell-applicant.ts';

export type DecisionGiven = {
  readonly outcome: Outcome;
  readonly reasons: string;
  readonly conditions?: string;
  readonly laws?: readonly Law[];
  /** Keys of what stands open and is decided upon all the same. */
  readonly confirmed?: readonly string[];
};

export type DecideRefusal =
  | ActRefusal
  | { readonly kind: 'steps-open' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'law-missing' }
  | { readonly kind: 'conditions-missing' }
  | { readonly kind: 'points-open'; readonly open: readonly string[] };

/**
 * Decides a case (行政许可法 38). A refusal names its reasons and the law, so that the letter can; an approval issues the
 * certificate in the same statement: both are there, or neither. What nobody looked at is confirmed point by point, and
 * the record says so: a page read an hour ago confirms nothing that was found since.
 */
export async function decideCase(
  ctx: Ctx,
  ref: CaseRef,
  given: DecisionGiven,
): Promise<Result<AtOnce<LoadedCase>, DecideRefusal>> {
  const reasons = saidOf(given.reasons);
  const conditions = saidOf(given.conditions);
  const laws = (given.laws ?? []).filter(({ law, article }) => saidOf(law) && saidOf(article));
  const judge = async (loaded: LoadedCase) => {
    const { state, item } = loaded;
    if (!isDecisionDue(state, item.process.steps)) return refuse({ kind: 'steps-open' });
    if (given.outcome === 'refused' && !reasons) return refuse({ kind: 'reason-missing' });
    if (given.outcome === 'refused' && laws.length === 0) return refuse({ kind: 'law-missing' });
    if (given.outcome === 'approved-with-conditions' && !conditions) return refuse({ kind: 'conditions-missing' });
    // Asked at the same time, to be waited for once.
    const isRefused = given.outcome === 'refused';
    const certificate = isRefused ? undefined : findIssuing(ctx, loaded);
    const [pointsIn, issuing] = await together(findOpenPoints(ctx, loaded), certificate);
    const points = pointsIn('zh');
    const unsaid = points.filter(({ key }) => !given.confirmed?.includes(key));
    if (unsaid.length > 0)
      return refuse({ kind: 'points-open', open: unsaid.map((point) => sayOpenPoint(point, 'zh')) });
    const action = {
      kind: 'decided' as const,
      outcome: given.outcome,
      reasons,
      laws,
      ...(conditions ? { conditions } : {}),
      ...(points.length > 0
        ? {
            openPoints: points.map((point) => sayOpenPoint(point, 'zh')),
            openPointsEn: pointsIn('en').map((point) => sayOpenPoint(point, 'en')),
          }
        : {}),
    };
    return ok({ action, found: issuing });
  };
  return actOnCase(ctx, ref, 'decided', judge, {
    alongside: async (after, issuing) => (issuing ? certificateParts(ctx, after, issuing) : []),
  });
}

/** Who will sign and issue the certificate. Nothing of the applicant is read: that waits until it is sure. */
export type Issuing = { readonly issuer: Issuer; readonly signerName: string };

/** None where the item brings no certificate: such cases end with the letter of the decision. */
export async function findIssuing(ctx: Ctx, { row, item, state }: LoadedCase): Promise<Issuing | undefined> {
  const { actor } = ctx;
  const { certificateType: typeCode } = item;
  if (!typeCode) return undefined;
  const signer = actor.kind === 'staff' ? findStaffName(ctx, actor.divisionCode ?? row.division_code, actor.id) : '';
  // Whoever decided answers for it: after a transfer that is not the item's own organisation.
  const at = { divisionCode: row.division_code, typeCode, organisationId: state.organisationId };
  const [name, issuer] = await together(signer, findIssuer(ctx, at));
  // Publication proved the type exists; without it the decision must not stand alone.
  if (!issuer.ok) throw new Error(`certificate of case ${row.id} not issued: ${issuer.refusal.kind}`);
  return { issuer: issuer.value, signerName: name ?? '' };
}

/** The certificate an approval brings, signed by who decided, and the letter that says so. */
export async function certificateParts(ctx: Ctx, loaded: LoadedCase, { issuer, signerName }: Issuing): Promise<Part[]> {
  const { row, item, state } = loaded;
  const { id, postId } = ctx.actor;
  const { holder } = await describeHolder(ctx, loaded);
  const { certificate, parts } = issueParts(ctx, issuer, {
    divisionCode: row.division_code,
    organisationId: state.organisationId,
    organisationName: item.organisationName,
    caseId: row.id,
    validFromOn: civilDateAt(ctx.now),
    signedBy: { id, name: signerName, ...(postId ? { postId } : {}) },
    holder,
    answers: await sayAnswers(ctx, loaded),
  });
  return [...parts, ...letterOfCertificate(ctx, loaded, certificate)];
}
