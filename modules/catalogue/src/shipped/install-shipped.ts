import { saveOrganisation } from '@zhengtong/identity';
import { must } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { saveHall } from '../halls.ts';
import { publishItem } from '../publish-item.ts';
import { sendToReview } from '../review-draft.ts';
import { saveDraft } from '../save-draft.ts';
import { findIdByOwnCode } from '../store-items.ts';
import { countTerms } from '../store-search.ts';
import { demoCity, loadShippedHalls, loadShippedItems, loadShippedOrganisations } from './load-shipped.ts';

export type Installed = {
  readonly organisations: ReadonlyMap<string, string>;
  /** Item id by the name of its file. */
  readonly items: ReadonlyMap<string, string>;
};

/**
 * Puts the demonstration city's departments, hall and guides into the house, through the same doors as an editor:
 * saved, reviewed, published. Items that are there already are left as they are.
 */
export async function installShippedItems(ctx: Ctx): Promise<Installed> {
  const organisations = new Map<string, string>();
  for (const { key, name, short, code } of loadShippedOrganisations()) {
    const saved = await saveOrganisation(ctx, { divisionCode: demoCity, name, names: [short], codes: [code] });
    organisations.set(key, saved.id);
  }
  for (const hall of loadShippedHalls()) {
    const windows = loadShippedOrganisations().map(({ number, short, key }) => ({
      number,
      name: short,
      organisationId: organisations.get(key) as string,
    }));
    await saveHall(ctx, { divisionCode: demoCity, ...hall, windows });
  }
  const items = new Map<string, string>();
  for (const { key, organisation, content } of loadShippedItems()) {
    const organisationId = organisations.get(organisation.key) as string;
    const known = await findIdByOwnCode(ctx.tx, demoCity, content.code);
    items.set(key, known ?? (await install(ctx, { ...content, organisationId, organisationName: organisation.name })));
  }
  await countTerms(ctx.tx);
  return { organisations, items };
}

async function install(ctx: Ctx, content: Parameters<typeof saveDraft>[1]['content']): Promise<string> {
  const { itemId, version } = must(await saveDraft(ctx, { divisionCode: demoCity, revision: 0, content }));
  const at = { divisionCode: demoCity, itemId, version };
  must(await sendToReview(ctx, at));
  must(await publishItem(ctx, at));
  return itemId;
}
