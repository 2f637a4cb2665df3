import { mayAct } from '@zhengtong/identity';
import { civilDateAt, type EventKind, ok, type PayloadOf, type Result, refuse, saidOf } from '@zhengtong/kernel';
import { type Ctx, emit, seal } from '@zhengtong/platform';
import {
  CertificateCancelled,
  type CertificateIssued,
  CertificateRestored,
  CertificateRevoked,
  CertificateSuspended,
} from './contract.ts';
import { type CancellationGround, isGroundMet } from './domain/cancellation-ground.ts';
import {
  type CertificateStatus,
  isSecondLook,
  type StatusChange,
  statusAfter,
  type WhyNot,
  whyNot,
} from './domain/certificate-state.ts';
import { type ActionRow, addAction, type CertificateRow, changeStatus, listActions, lockCertificate } from './store.ts';

export type ChangeRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-your-part' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'law-missing' }
  | { readonly kind: 'ground-missing' }
  /** What stands in the certificate contradicts the ground: its term runs, its holder is no firm. */
  | { readonly kind: 'ground-not-met' }
  | { readonly kind: WhyNot; readonly stands: CertificateStatus };

type OfCertificate = typeof CertificateIssued extends EventKind<string, infer S> ? EventKind<string, S> : never;

/** Which changes are news for others; a proposal is the office's own matter. */
const told: Partial<Record<StatusChange, OfCertificate>> = {
  suspended: CertificateSuspended,
  restored: CertificateRestored,
  revoked: CertificateRevoked,
  cancelled: CertificateCancelled,
};

/** Whether the actor's post may make this change at all: an approver, or for the second look the supervisor too. */
export function mayPostChange(ctx: Ctx, row: CertificateRow, change: StatusChange): boolean {
  const place = { divisionCode: row.division_code, organisationId: row.organisation_id };
  return mayAct(ctx.actor, 'decide', place) || (isSecondLook(change) && mayAct(ctx.actor, 'watch', place));
}

/**
 * Suspends, restores, or by two revokes (行政许可法 69) or cancels (70), with a reason and the law; only the body that
 * issued it. The row is locked: of two who press at once the second is judged by what the first made of it. The ground of
 * a cancellation is the proposal's: who sees another one drops the proposal.
 */
export async function changeCertificate(
  ctx: Ctx,
  at: { divisionCode: string; id: string },
  given: { change: StatusChange; reason: string; law: string; ground?: CancellationGround },
): Promise<Result<{ status: CertificateStatus }, ChangeRefusal>> {
  const row = await lockCertificate(ctx.tx, at);
  const place = row && { divisionCode: row.division_code, organisationId: row.organisation_id };
  if (!row || !place || !mayAct(ctx.actor, 'read', place)) return refuse({ kind: 'not-found' });
  const { change } = given;
  if (!mayPostChange(ctx, row, change)) return refuse({ kind: 'not-your-part' });
  const [reason, law] = [saidOf(given.reason), saidOf(given.law)];
  if (!reason) return refuse({ kind: 'reason-missing' });
  if (!law) return refuse({ kind: 'law-missing' });
  const actions = await listActions(ctx.tx, at);
  const done = actions.map(({ kind, by_id }) => ({ kind, byId: by_id }));
  const not = whyNot(row.status, done, change, ctx.actor.id);
  if (not) return refuse({ kind: not, stands: row.status });
  const ground = findGround(actions, given);
  if (change === 'cancellation-proposed') {
    const held = { status: row.status, holderKind: row.holder_kind, validUntilOn: row.valid_until };
    if (!ground) return refuse({ kind: 'ground-missing' });
    if (!isGroundMet(ground, held, civilDateAt(ctx.now))) return refuse({ kind: 'ground-not-met' });
  }
  const status = statusAfter(row.status, change);
  if (status !== row.status) await changeStatus(ctx.tx, at, status);
  await addAction(ctx.tx, {
    division_code: at.divisionCode,
    certificate_id: row.id,
    kind: change,
    at: ctx.now,
    by_id: ctx.actor.id,
    post_id: ctx.actor.postId ?? null,
    reason: seal(ctx.keys, 'actions.reason', reason),
    law: law,
    ground: ground ?? null,
  });
  const event = told[change];
  const payload: PayloadOf<typeof CertificateIssued> = {
    certificateId: row.id,
    divisionCode: at.divisionCode,
    caseId: row.case_id,
  };
  if (event) await emit(ctx, { event, divisionCode: at.divisionCode, key: row.id, payload });
  return ok({ status });
}

/** What the officer names when proposing; afterwards what was proposed. */
function findGround(
  actions: readonly ActionRow[],
  { change, ground }: { change: StatusChange; ground?: CancellationGround },
): CancellationGround | undefined {
  if (change === 'cancellation-proposed') return ground;
  if (change !== 'cancelled') return undefined;
  return actions.findLast(({ kind }) => kind === 'cancellation-proposed')?.ground ?? undefined;
}
