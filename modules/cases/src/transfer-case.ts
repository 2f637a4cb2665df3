import { findOrganisation } from '@zhengtong/identity';
import { ok, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase } from './act-on-case.ts';
import type { CaseRef } from './store-cases.ts';

/** Hands a case to another organisation of the same division. The clock goes on: it is the state's, not the desk's. */
export function transferCase(ctx: Ctx, ref: CaseRef, given: { organisationId: string; reason: string }) {
  return actOnCase(ctx, ref, 'transferred', async ({ state }) => {
    const reason = given.reason.trim();
    if (!reason) return refuse({ kind: 'reason-missing' });
    const { divisionCode } = ref;
    if (!(await findOrganisation(ctx, { divisionCode, id: given.organisationId })))
      return refuse({ kind: 'no-organisation' });
    if (state.organisationId === given.organisationId) return refuse({ kind: 'same-organisation' });
    return ok({ kind: 'transferred' as const, organisationId: given.organisationId, reason });
  });
}
