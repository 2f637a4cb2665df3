import { findOrganisation, listOrganisations, listStaffedRoles, mayAct } from '@zhengtong/identity';
import { ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { actOnCase, placeOf } from './act-on-case.ts';
import type { ReceiverView } from './contract.ts';
import { rolesToCome } from './domain/turn.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import type { CaseRef } from './store-cases.ts';

/** Hands a case to another organisation of the same division. The clock goes on: it is the state's, not the desk's. */
export function transferCase(ctx: Ctx, ref: CaseRef, given: { organisationId: string; reason: string }) {
  return actOnCase(ctx, ref, 'transferred', async (loaded) => {
    const reason = saidOf(given.reason);
    if (!reason) return refuse({ kind: 'reason-missing' });
    const { organisationId } = given;
    if (!(await findOrganisation(ctx, { divisionCode: ref.divisionCode, id: organisationId })))
      return refuse({ kind: 'no-organisation' });
    if (loaded.state.organisationId === organisationId) return refuse({ kind: 'same-organisation' });
    const filled = (await listStaffedRoles(ctx, ref.divisionCode)).get(organisationId);
    if (!filled) return refuse({ kind: 'nobody-there' });
    if (!canGoOn(loaded, filled)) return refuse({ kind: 'posts-empty' });
    return ok({ kind: 'transferred' as const, organisationId, reason });
  });
}

/** The clock goes on: where a post of what is still to come stands empty, it would run out there. */
const canGoOn = ({ state, item }: LoadedCase, filled: ReadonlySet<string>): boolean =>
  rolesToCome(state, item.process.steps).isSubsetOf(filled);

/** The organisations of the division that could take a case over as it stands, by name. */
export async function listReceivers(
  ctx: Ctx,
  ref: CaseRef,
): Promise<Result<{ organisations: ReceiverView[] }, { readonly kind: 'not-found' }>> {
  const loaded = await loadCase(ctx, ref, 'read');
  if (!loaded || !mayAct(ctx.actor, 'read', placeOf(loaded))) return refuse({ kind: 'not-found' });
  const filled = await listStaffedRoles(ctx, ref.divisionCode);
  const organisations = (await listOrganisations(ctx, ref.divisionCode)).filter(
    ({ id }) => id !== loaded.state.organisationId && canGoOn(loaded, filled.get(id) ?? new Set()),
  );
  return ok({ organisations: organisations.map(({ id, name, names }) => ({ id, name, names: [...names] })) });
}
