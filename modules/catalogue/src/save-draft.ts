import { findOrganisation, mayAct } from '@zhengtong/identity';
import { newId, ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { ItemContent } from './contract.ts';
import { scoreQuality } from './publication/quality.ts';
import * as store from './store-items.ts';
import { summaryColumns } from './store-publish.ts';

export type Draft = {
  readonly divisionCode: string;
  /** Absent for a new item. */
  readonly itemId?: string | undefined;
  /** What the editor saw last; 0 for the first saving of a version. */
  readonly revision: number;
  readonly content: ItemContent;
};

export type Saved = { readonly itemId: string; readonly version: number; readonly revision: number };

export type SaveDraftRefusal =
  | Refusal<'not-allowed' | 'no-organisation' | 'code-taken' | 'not-found' | 'in-review'>
  /** Somebody saved in between; theirs is not overwritten. */
  | (Refusal<'changed-meanwhile'> & { readonly revision: number });

/** Saves a new item or the next version of one. Two editors: the second is told, nothing of the first is lost. */
export async function saveDraft(ctx: Ctx, draft: Draft): Promise<Result<Saved, SaveDraftRefusal>> {
  const { divisionCode, content } = draft;
  if (!mayAct(ctx.actor, 'edit-item', { divisionCode, organisationId: content.organisationId }))
    return refuse({ kind: 'not-allowed' });
  const organisation = await findOrganisation(ctx, { divisionCode, id: content.organisationId });
  if (!organisation) return refuse({ kind: 'no-organisation' });
  // The organisation's name is its own affair; what an editor typed would go stale.
  const written = { ...content, organisationName: organisation.name };
  return draft.itemId ? await saveNext(ctx, draft, draft.itemId, written) : await saveNew(ctx, divisionCode, written);
}

async function saveNew(ctx: Ctx, divisionCode: string, content: ItemContent): Promise<Result<Saved, SaveDraftRefusal>> {
  const itemId = newId();
  const added = await store.addItem(ctx.tx, {
    division_code: divisionCode,
    id: itemId,
    published_version: null,
    work_version: 1,
    basic_id: null,
    made_at: ctx.now,
    ...summaryColumns(content, scoreQuality(content)),
  });
  if (!added) return refuse({ kind: 'code-taken' });
  return ok(await write(ctx, { divisionCode, itemId, version: 1 }, 1, content));
}

async function saveNext(
  ctx: Ctx,
  { divisionCode, revision }: Draft,
  itemId: string,
  content: ItemContent,
): Promise<Result<Saved, SaveDraftRefusal>> {
  const at = { divisionCode, itemId };
  const item = await store.lockItem(ctx.tx, at);
  if (!item) return refuse({ kind: 'not-found' });
  if (!mayAct(ctx.actor, 'edit-item', { divisionCode, organisationId: item.organisationId }))
    return refuse({ kind: 'not-allowed' });
  const holder = await store.findIdByOwnCode(ctx.tx, divisionCode, content.code);
  if (holder !== undefined && holder !== itemId) return refuse({ kind: 'code-taken' });
  const version = item.workVersion ?? item.lastVersion + 1;
  const work = item.workVersion === null ? undefined : await store.findVersion(ctx.tx, { ...at, version });
  if (work?.state === 'in-review') return refuse({ kind: 'in-review' });
  if ((work?.revision ?? 0) !== revision) return refuse({ kind: 'changed-meanwhile', revision: work?.revision ?? 0 });
  await store.changeItem(ctx.tx, at, { work_version: version });
  return ok(await write(ctx, { ...at, version }, revision + 1, content));
}

async function write(
  ctx: Ctx,
  at: store.ItemPlace & { version: number },
  revision: number,
  content: ItemContent,
): Promise<Saved> {
  await store.saveVersion(ctx.tx, {
    division_code: at.divisionCode,
    item_id: at.itemId,
    version: at.version,
    state: 'draft',
    revision,
    content,
    quality: scoreQuality(content),
    edited_by: ctx.actor.id,
    edited_at: ctx.now,
    published_at: null,
  });
  await noteAction(ctx, at, 'saved');
  return { itemId: at.itemId, version: at.version, revision };
}

/** One row of the item's history. */
export async function noteAction(
  ctx: Ctx,
  at: store.ItemPlace & { version: number },
  action: string,
  note: string | null = null,
): Promise<void> {
  await store.addAction(ctx.tx, {
    division_code: at.divisionCode,
    item_id: at.itemId,
    id: newId(),
    version: at.version,
    action,
    actor: ctx.actor.id,
    at: ctx.now,
    note,
  });
}
