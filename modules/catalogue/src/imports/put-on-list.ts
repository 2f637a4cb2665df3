import { isDeepStrictEqual } from 'node:util';
import { newId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { ItemContent } from '../contract.ts';
import { scoreQuality } from '../publication/quality.ts';
import { type Listing, listAsPublished } from '../store-publish.ts';
import { findImported, insertImported } from '../store-put.ts';

export type Received = { readonly divisionCode: string; readonly line: number; readonly content: ItemContent };
export type Outcome = 'added' | 'changed' | 'unchanged' | 'kept';

/**
 * Lists what an import brought, in few statements however many there are. An item that people here have edited since is
 * theirs; one that says the same as before is left alone; a code twice in one batch is one item, the later line counts.
 */
export async function putOnList(ctx: Ctx, received: readonly Received[]): Promise<Outcome[]> {
  const known = await findImported(
    ctx.tx,
    received.map(({ divisionCode, content }) => ({ divisionCode, code: content.code })),
  );
  const outcomes: Outcome[] = [];
  const listings = new Map<string, Listing & { readonly isNew: boolean }>();
  for (const { divisionCode, content } of received) {
    const place = `${divisionCode}\0${content.code}`;
    const before = known.get(place);
    const waiting = listings.get(place);
    if (before && before.editedBy !== ctx.actor.id) outcomes.push('kept');
    else if (isDeepStrictEqual(waiting?.content ?? before?.content, content)) outcomes.push('unchanged');
    else {
      outcomes.push(before || waiting ? 'changed' : 'added');
      listings.set(place, {
        divisionCode,
        itemId: before?.itemId ?? waiting?.itemId ?? newId(),
        version: (before?.lastVersion ?? 0) + 1,
        content,
        quality: scoreQuality(content),
        isNew: before === undefined,
      });
    }
  }
  const all = [...listings.values()];
  if (all.length > 0) {
    await insertImported(ctx, all);
    await listAsPublished(ctx.tx, all);
  }
  return outcomes;
}
