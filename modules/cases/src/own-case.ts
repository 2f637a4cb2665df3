import { subjectOf } from '@zhengtong/identity';
import type { Ctx } from '@zhengtong/platform';
import { type LoadedCase, loadCase } from './load-case.ts';
import { findOwned } from './store-cases.ts';

/** The actor's own case, or that of the firm they act for; anybody else's is not there. */
export async function loadOwnCase(
  ctx: Ctx,
  caseId: string,
  purpose: 'read' | 'change',
): Promise<LoadedCase | undefined> {
  for (const owner of [ctx.actor.id, ctx.actor.firmId]) {
    const ref = owner && (await findOwned(ctx.tx, subjectOf(ctx, owner), caseId));
    if (ref) return loadCase(ctx, ref, purpose);
  }
  return undefined;
}

/** Which of these persons or firms the case belongs to, for who may act for all of them; nothing else of it is told. */
export async function findOwnerAmong(
  ctx: Ctx,
  caseId: string,
  ownerIds: readonly string[],
): Promise<string | undefined> {
  for (const owner of ownerIds) if (await findOwned(ctx.tx, subjectOf(ctx, owner), caseId)) return owner;
  return undefined;
}

export const byApplicant = ({ actor }: Pick<Ctx, 'actor'>) => ({ kind: 'applicant' as const, id: actor.id });
