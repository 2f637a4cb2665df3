import { isId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { parseDivisionCode } from '@zhengtong/standards';
import type { ItemPage, ItemSummary } from './contract.ts';
import { readQuery } from './search/read-query.ts';
import { listPublished, type Place, type Scope, searchByCode, searchEverywhere, searchWithin } from './store-search.ts';

const pageSize = 20;
/** Of what only perhaps has to do with it. */
const mostWeak = 5;

export type Asked = {
  readonly words?: string | undefined;
  readonly divisionCode?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly audience?: 'person' | 'firm' | undefined;
  readonly lifeEvent?: string | undefined;
  /** The `after` of the page before. */
  readonly after?: string | undefined;
};

/**
 * Published items as people speak of them, best first, 20 a page. With a division: what it and those above it offer.
 * Without: one row for each basic item of the country. A code, or its beginning, finds by code. Where nothing is about
 * what was asked, of a benefit a few others, said to be no more than that; what is only done in the same way is not.
 */
export async function searchItems(ctx: Ctx, asked: Asked): Promise<ItemPage> {
  const { words = '', divisionCode, after, ...narrow } = asked;
  const scope: Scope = { ...narrow, divisions: divisionCode ? divisionAndAbove(divisionCode) : undefined };
  const query = readQuery(words);
  if (query.key === '') return await listPage(ctx, scope, after);
  if (query.code !== undefined) {
    const found = await searchByCode(ctx.tx, query.code, scope, pageSize);
    if (found.length > 0) return { items: found.map(toSummary), after: null, isWeak: false };
  }
  const search = scope.divisions ? searchWithin : searchEverywhere;
  const found = await search(ctx.tx, query, scope, pageSize + 1, readPlace(after));
  if (found.length === 0 && after === undefined && query.subjects.size > 0) {
    const { benefits } = query;
    const weak = benefits.size > 0 ? await search(ctx.tx, { ...query, subjects: benefits }, scope, mostWeak) : [];
    return { items: weak.map(toSummary), after: null, isWeak: true };
  }
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const placeOf = scope.divisions ? last?.itemId : last?.rankedId;
  return {
    items: shown.map(toSummary),
    after: found.length > pageSize && last ? `${last.score}~${placeOf}` : null,
    isWeak: false,
  };
}

/** Items of a division, of one life event or organisation where asked, by id. */
export const listItemsOf = (
  ctx: Ctx,
  asked: { divisionCode: string; lifeEvent?: string; organisationId?: string; after?: string },
): Promise<ItemPage> => {
  const { divisionCode, after, ...narrow } = asked;
  return listPage(ctx, { ...narrow, divisions: [divisionCode] }, after);
};

async function listPage(ctx: Ctx, scope: Scope, after: string | undefined): Promise<ItemPage> {
  if (after !== undefined && !isId(after)) return { items: [], after: null, isWeak: false };
  const found = await listPublished(ctx.tx, scope, pageSize + 1, after);
  const shown = found.slice(0, pageSize);
  return { items: shown, after: found.length > pageSize ? (shown.at(-1)?.itemId ?? null) : null, isWeak: false };
}

/** A county's people also use what its city, its province and the country offer. */
export function divisionAndAbove(code: string): string[] {
  const codes = [code];
  for (let parsed = parseDivisionCode(code); parsed.ok && parsed.value.parent; ) {
    codes.push(parsed.value.parent);
    parsed = parseDivisionCode(parsed.value.parent);
  }
  return [...new Set(codes)];
}

/** A place somebody made up shows the first page rather than an error. */
function readPlace(after: string | undefined): Place | undefined {
  const parts = /^(\d+(?:\.\d+)?(?:e-?\d+)?)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after ?? '');
  return parts ? { score: Number(parts[1]), id: parts[2] as string } : undefined;
}

const toSummary = ({
  score: _score,
  rankedId: _rankedId,
  ...summary
}: ItemSummary & { score: number; rankedId: string }): ItemSummary => summary;
