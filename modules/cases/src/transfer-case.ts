import { findOrganisation, listPostsOf } from '@zhengtong/identity';
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
    if (!(await isStaffed(ctx, ref.divisionCode, given.organisationId))) return refuse({ kind: 'nobody-there' });
    return ok({ kind: 'transferred' as const, organisationId: given.organisationId, reason });
  });
}

/** Whether anybody there could take a case up: the clock goes on, and where nobody sees the case it runs out. */
async function isStaffed(ctx: Ctx, divisionCode: string, organisationId: string): Promise<boolean> {
  for (const role of ['clerk', 'reviewer', 'approver', 'supervisor'] as const) {
    if ((await listPostsOf(ctx, { divisionCode, organisationId, role })).length > 0) return true;
  }
  return false;
}
