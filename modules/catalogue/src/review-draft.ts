import { mayAct, type ObjectAction } from '@zhengtong/identity';
import { ok, type Refusal, type Result, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { ItemVersion, PublicationProblem } from './contract.ts';
import type { CataloguePorts } from './ports.ts';
import { checkForPublication } from './publication/check-for-publication.ts';
import { checkWithHouse } from './publication/check-with-house.ts';
import { noteAction, type Saved } from './save-draft.ts';
import * as store from './store-items.ts';

export type OneVersion = store.ItemPlace & { readonly version: number };

export type ReviewRefusal =
  | Refusal<'not-allowed' | 'not-found' | 'not-a-draft' | 'not-in-review' | 'reason-missing'>
  | (Refusal<'checks-failed'> & { readonly problems: readonly PublicationProblem[] });

/** A draft goes to review; from here on nobody changes it. What would stop publication stops this already. */
export async function sendToReview(
  ctx: Ctx,
  at: OneVersion,
  ports?: CataloguePorts,
): Promise<Result<Saved, ReviewRefusal>> {
  const found = await lockWork(ctx, at, 'edit-item');
  if (!found.ok) return found;
  const { value: work } = found;
  if (work.state !== 'draft') return refuse({ kind: 'not-a-draft' });
  const problems = await listStopping(ctx, work, ports);
  if (problems.length > 0) return refuse({ kind: 'checks-failed', problems });
  await store.setState(ctx.tx, at, 'in-review');
  await noteAction(ctx, at, 'sent-to-review');
  return ok({ itemId: at.itemId, version: at.version, revision: work.revision });
}

/** Back to its editor, with the reason. */
export async function returnDraft(
  ctx: Ctx,
  at: OneVersion & { reason: string },
): Promise<Result<Saved, ReviewRefusal>> {
  const found = await lockWork(ctx, at, 'publish-item');
  if (!found.ok) return found;
  if (found.value.state !== 'in-review') return refuse({ kind: 'not-in-review' });
  const reason = saidOf(at.reason);
  if (!reason) return refuse({ kind: 'reason-missing' });
  await store.setState(ctx.tx, at, 'draft');
  await noteAction(ctx, at, 'returned', reason);
  return ok({ itemId: at.itemId, version: at.version, revision: found.value.revision });
}

/** The version in work, its item locked, where the actor may do this to it. */
export async function lockWork(
  ctx: Ctx,
  at: OneVersion,
  action: ObjectAction,
): Promise<Result<ItemVersion, Refusal<'not-allowed' | 'not-found'>>> {
  const item = await store.lockItem(ctx.tx, at);
  if (!item || item.workVersion !== at.version) return refuse({ kind: 'not-found' });
  if (!mayAct(ctx.actor, action, { divisionCode: at.divisionCode, organisationId: item.organisationId }))
    return refuse({ kind: 'not-allowed' });
  const work = await store.findVersion(ctx.tx, at);
  return work ? ok(work) : refuse({ kind: 'not-found' });
}

/** What stops publication, by the guide itself and by what the house could not carry out. */
export async function listStopping(ctx: Ctx, work: ItemVersion, ports?: CataloguePorts): Promise<PublicationProblem[]> {
  const found = [...checkForPublication(work), ...(await checkWithHouse(ctx, work.divisionCode, work, ports))];
  return found.filter(({ severity }) => severity === 'error');
}
