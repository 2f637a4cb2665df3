import type { Tx } from '@zhengtong/platform';
import { type RawBuilder, sql } from 'kysely';
import type { ItemSummary } from './contract.ts';
import type { Query } from './search/read-query.ts';
import { laterMark } from './search/tokenise.ts';
import { type Candidates, chooseCandidates, countedMarks, meanLength } from './search/weigh-terms.ts';

export type Scope = {
  /** The division and those above it; absent for the whole country. */
  readonly divisions?: readonly string[] | undefined;
  readonly organisationId?: string | undefined;
  readonly audience?: string | undefined;
  readonly lifeEvent?: string | undefined;
};

/** Of how many basic items the rank is worked out in one search. */
const mostRanked = 700;

export type Found = ItemSummary & { readonly score: number; readonly rankedId: string };
export type Place = { readonly score: number; readonly id: string };

const summary = sql`i.division_code as "divisionCode", i.id as "itemId", i.published_version as version, i.code, i.name,
  i.name_en as "nameEn", i.kind, i.online, i.organisation_id as "organisationId",
  i.organisation_name as "organisationName", i.audience, i.summary, i.summary_en as "summaryEn"`;

/** Which offices' items count: published, and whatever the asker narrowed it to. */
function within({ divisions, organisationId, audience, lifeEvent }: Scope): RawBuilder<unknown> {
  const parts = [sql`i.published_version is not null`];
  if (divisions) parts.push(sql`i.division_code = any(${divisions})`);
  if (organisationId) parts.push(sql`i.organisation_id = ${organisationId}`);
  if (audience) parts.push(sql`i.audience @> array[${audience}]`);
  if (lifeEvent) parts.push(sql`i.life_events @> array[${lifeEvent}]`);
  return sql.join(parts, sql` and `);
}

/** How many basic items hold each of the tokens. A token nobody counted yet is a rare one. */
export async function countDocuments(tx: Tx, tokens: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ term: string; documents: number }>`
    select term, documents from catalogue.search_terms where term = any(${[...countedMarks, ...tokens]})`.execute(tx);
  return new Map(rows.map(({ term, documents }) => [term, documents]));
}

/** BM25 with tokens that are there or not: names are short, nothing in them is said twice on purpose. */
function score({ weights, total }: Candidates, { key, meant, asksLater }: Query): RawBuilder<number> {
  const terms = [...weights].map(([token, weight]) => {
    const [inName, anywhere] = [`'${token}':A`, `'${token}'`];
    // Most rows hold few of the tokens: the test that says no comes first.
    return sql`case when not b.search @@ ${anywhere}::tsquery then 0
      when b.search @@ ${inName}::tsquery then ${weight}::float8 else ${weight * 0.85}::float8 end`;
  });
  // The whole of what was typed, or of what it means, in the name itself outweighs any sum of parts.
  const wholes = meant.map(
    (word) => sql`case when strpos(b.name_key, ${word}) > 0 then ${total / 3}::float8 else 0 end`,
  );
  const exact = sql`case when b.name_key = ${key} then ${total * 10}::float8
    when strpos(b.name_key, ${key}) > 0 then ${total / 2}::float8 else 0 end`;
  const first = asksLater ? sql`1` : sql`case when b.search @@ ${`'${laterMark}'`}::tsquery then 0.85 else 1 end`;
  return sql<number>`${first}::float8 * (${sql.join([...terms, sql`0`], sql` + `)}) * 2.2 / (1.3 + 0.9 * b.length / ${meanLength}::float8)
    + ${sql.join([exact, ...wholes], sql` + `)}`;
}

const beyond = (after: Place | undefined) =>
  after ? sql`where (s.score, s.id) < (${after.score}::float8, ${after.id}::uuid)` : sql``;

/** Basic items of the whole country by rank, each with one office that does it. */
export async function searchEverywhere(tx: Tx, query: Query, scope: Scope, limit: number, after?: Place) {
  const candidates = await prepare(tx, query);
  if (!candidates) return [];
  const rank = (condition: string) => rankEverywhere(tx, query, { ...candidates, condition }, scope, limit, after);
  const first = candidates.shorter ? await rank(candidates.shorter) : [];
  return first.length === limit ? first : await rank(candidates.condition);
}

async function rankEverywhere(
  tx: Tx,
  query: Query,
  candidates: Candidates,
  scope: Scope,
  limit: number,
  after?: Place,
) {
  const isNarrowed = scope.organisationId || scope.audience || scope.lifeEvent;
  const narrowed = isNarrowed
    ? sql`and exists (select 1 from catalogue.items i where i.basic_id = b.id and ${within(scope)})`
    : sql``;
  // However many hold a word, the shorter names are its best ones, and only so many are ranked.
  const { rows } = await sql<Found>`
    with b as materialized (
      select b.id, b.name_key, b.search, b.length, b.divisions from catalogue.basic_items b
      where b.search @@ ${candidates.condition}::tsquery and b.divisions > 0 ${narrowed}
      order by b.name_key = ${query.key} desc, b.length limit ${mostRanked}),
    s as materialized (select b.id, b.divisions, ${score(candidates, query)} as score from b),
    best as (select * from s ${beyond(after)} order by s.score desc, s.id desc limit ${limit})
    select ${summary}, best.divisions, best.score, best.id as "rankedId" from best
    cross join lateral (select * from catalogue.items i where i.basic_id = best.id and ${within(scope)}
      order by i.division_code limit 1) i
    order by best.score desc, best.id desc`.execute(tx);
  return rows;
}

/** Items of one division and of those above it, by the rank of their basic item. */
export async function searchWithin(tx: Tx, query: Query, scope: Scope, limit: number, after?: Place) {
  const candidates = await prepare(tx, query);
  if (!candidates) return [];
  // A division has hundreds of items, a common word thousands of basic ones: then the division's are looked up one by
  // one (`offset 0` keeps the planner from turning it round). A rare word is looked up first.
  const basics = candidates.shorter
    ? sql`cross join lateral (select * from catalogue.basic_items one where one.id = office.basic_id offset 0) b`
    : sql`join catalogue.basic_items b on b.id = office.basic_id`;
  const { rows } = await sql<Found>`
    with office as materialized (
      select i.division_code, i.id, i.basic_id from catalogue.items i where ${within(scope)}),
    s as materialized (
      select office.division_code, office.id, b.divisions, ${score(candidates, query)} as score
      from office ${basics}
      where b.search @@ ${candidates.condition}::tsquery),
    best as (select * from s ${beyond(after)} order by s.score desc, s.id desc limit ${limit})
    select ${summary}, best.divisions, best.score, best.id as "rankedId" from best
    join catalogue.items i on i.division_code = best.division_code and i.id = best.id
    order by best.score desc, best.id desc`.execute(tx);
  return rows;
}

async function prepare(tx: Tx, query: Query): Promise<Candidates | undefined> {
  const tokens = [...query.tokens.keys()];
  return tokens.length === 0
    ? undefined
    : chooseCandidates(query.tokens, await countDocuments(tx, tokens), query.subjects);
}

/** Items by a code or the beginning of one. */
export async function searchByCode(tx: Tx, code: string, scope: Scope, limit: number): Promise<Found[]> {
  const like = `${code.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Found>`
    select ${summary}, 1 as divisions, 0 as score, i.id as "rankedId"
    from (select distinct division_code, item_id from (
      select division_code, item_id from catalogue.item_codes where code like ${like} order by code limit 200) c) c
    join catalogue.items i on i.division_code = c.division_code and i.id = c.item_id
    where ${within(scope)} order by i.code, i.id limit ${limit}`.execute(tx);
  return rows;
}

/** Published items by id, newest place last; for lists without words. */
export async function listPublished(tx: Tx, scope: Scope, limit: number, after?: string): Promise<ItemSummary[]> {
  const { rows } = await sql<ItemSummary>`
    select ${summary}, 1 as divisions from catalogue.items i
    where ${within(scope)} and (${after ?? null}::uuid is null or i.id > ${after ?? null}::uuid)
    order by i.id limit ${limit}`.execute(tx);
  return rows;
}

/** Counts tokens anew; two who count at once do not stop each other. A search between two countings ranks by the older ones. */
export async function countTerms(tx: Tx): Promise<void> {
  await sql`delete from catalogue.search_terms`.execute(tx);
  await sql`
    insert into catalogue.search_terms (term, documents)
    select word, ndoc from ts_stat('select search from catalogue.basic_items where divisions > 0')
    union all select '', count(*)::int from catalogue.basic_items where divisions > 0
    on conflict (term) do update set documents = excluded.documents`.execute(tx);
}
