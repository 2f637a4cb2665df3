import { mayAct } from '@zhengtong/identity';
import { ok, type Refusal, type Result, refuse, saidOf } from '@zhengtong/kernel';
import { type Ctx, emit } from '@zhengtong/platform';
import { ItemPublished, ItemWithdrawn } from './contract.ts';
import type { CataloguePorts } from './ports.ts';
import { listStopping, lockWork, type OneVersion, type ReviewRefusal } from './review-draft.ts';
import { noteAction, type Saved } from './save-draft.ts';
import * as store from './store-items.ts';
import { countDivisions, listAsPublished } from './store-publish.ts';

export type PublishRefusal = ReviewRefusal | Refusal<'own-draft'>;

/**
 * A version in review becomes the one that stands. Cases filed under an earlier version stay with it. Whoever wrote a
 * guide does not publish it: two people have read what the public will rely on.
 */
export async function publishItem(
  ctx: Ctx,
  at: OneVersion,
  ports?: CataloguePorts,
): Promise<Result<Saved, PublishRefusal>> {
  const found = await lockWork(ctx, at, 'publish-item');
  if (!found.ok) return found;
  const { value: work } = found;
  if (work.state !== 'in-review') return refuse({ kind: 'not-in-review' });
  if (ctx.actor.kind === 'staff' && work.editedBy === ctx.actor.id) return refuse({ kind: 'own-draft' });
  const problems = await listStopping(ctx, work, ports);
  if (problems.length > 0) return refuse({ kind: 'checks-failed', problems });
  await store.setState(ctx.tx, at, 'published', ctx.now);
  await store.changeItem(ctx.tx, at, { work_version: null });
  const { divisionCode, itemId, version, quality } = work;
  await listAsPublished(ctx.tx, [{ divisionCode, itemId, version, content: work, quality }]);
  await noteAction(ctx, at, 'published');
  await emit(ctx, { event: ItemPublished, divisionCode, key: itemId, payload: { divisionCode, itemId, version } });
  return ok({ itemId, version, revision: work.revision });
}

export type WithdrawRefusal = Refusal<'not-allowed' | 'not-found' | 'not-published' | 'reason-missing'>;

/** Takes an item off the list. Open cases go on under their version; nobody starts a new one. */
export async function withdrawItem(
  ctx: Ctx,
  at: store.ItemPlace & { reason: string },
): Promise<Result<Saved, WithdrawRefusal>> {
  const { divisionCode, itemId } = at;
  const item = await store.lockItem(ctx.tx, at);
  if (!item) return refuse({ kind: 'not-found' });
  if (!mayAct(ctx.actor, 'publish-item', { divisionCode, organisationId: item.organisationId }))
    return refuse({ kind: 'not-allowed' });
  const version = item.publishedVersion;
  if (version === null) return refuse({ kind: 'not-published' });
  const reason = saidOf(at.reason);
  if (!reason) return refuse({ kind: 'reason-missing' });
  await store.setState(ctx.tx, { ...at, version }, 'withdrawn');
  const basicId = await store.findBasicId(ctx.tx, at);
  await store.changeItem(ctx.tx, at, { published_version: null, basic_id: null });
  if (basicId) await countDivisions(ctx.tx, [basicId]);
  await noteAction(ctx, { ...at, version }, 'withdrawn', reason);
  await emit(ctx, { event: ItemWithdrawn, divisionCode, key: itemId, payload: { divisionCode, itemId, version } });
  return ok({ itemId, version, revision: 0 });
}
