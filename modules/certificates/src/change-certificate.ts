import { mayAct } from '@zhengtong/identity';
import { type EventKind, ok, type PayloadOf, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, emit, seal } from '@zhengtong/platform';
import { type CertificateIssued, CertificateRestored, CertificateRevoked, CertificateSuspended } from './contract.ts';
import { type CertificateStatus, mayChange, type StatusChange, statusAfter } from './domain/certificate-state.ts';
import { addAction, changeStatus, lockCertificate } from './store.ts';

export type ChangeRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-status'; readonly status: CertificateStatus };

type OfCertificate = typeof CertificateIssued extends EventKind<string, infer S> ? EventKind<string, S> : never;

const told: Record<StatusChange, OfCertificate> = {
  suspended: CertificateSuspended,
  restored: CertificateRestored,
  revoked: CertificateRevoked,
};

/** Suspends, restores or revokes (行政许可法 69), with a reason and the law; only the body that issued it. */
export async function changeCertificate(
  ctx: Ctx,
  at: { divisionCode: string; id: string },
  given: { change: StatusChange; reason: string; law: string },
): Promise<Result<{ status: CertificateStatus }, ChangeRefusal>> {
  const row = await lockCertificate(ctx.tx, at);
  const place = row && { divisionCode: row.division_code, organisationId: row.organisation_id };
  if (!row || !place || !mayAct(ctx.actor, 'decide', place)) return refuse({ kind: 'not-found' });
  if (!mayChange(row.status, given.change)) return refuse({ kind: 'wrong-status', status: row.status });
  const status = statusAfter(given.change);
  await changeStatus(ctx.tx, at, status);
  await addAction(ctx.tx, {
    division_code: at.divisionCode,
    certificate_id: row.id,
    kind: given.change,
    at: ctx.now,
    by_id: ctx.actor.id,
    post_id: ctx.actor.postId ?? null,
    reason: seal(ctx.keys, 'actions.reason', given.reason.trim()),
    law: given.law.trim(),
  });
  const payload: PayloadOf<typeof CertificateIssued> = {
    certificateId: row.id,
    divisionCode: at.divisionCode,
    caseId: row.case_id,
  };
  await emit(ctx, { event: told[given.change], divisionCode: at.divisionCode, key: row.id, payload });
  return ok({ status });
}
