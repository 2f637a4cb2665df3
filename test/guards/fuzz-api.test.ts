import assert from 'node:assert/strict';
import test from 'node:test';
import { newId, type Role, type Route } from '@zhengtong/kernel';
import { type Actor, nobody } from '@zhengtong/platform';
import fc from 'fast-check';
import { sql } from 'kysely';
import { hostileBodies, hostileTexts, valuesOf } from './hostile.ts';
import { furnish, type WholeHouse, wholeHouse } from './whole-house.ts';

/** Requests a route; more on demand: `FUZZ=2000 npm test fuzz-api`. */
const tries = Number(process.env.FUZZ ?? 24);

type Shot = {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  raw: string | undefined;
  file?: Upload;
};
type Upload = { readonly name: string; readonly head: string; readonly rest: Uint8Array; readonly isCut: boolean };
type Json = Record<string, unknown>;

const partsOf = (route: Route) => ({
  params: route.params as unknown as Json | undefined,
  query: route.query as unknown as Json | undefined,
  body: route.body as unknown as Json | undefined,
});

function shotAt(route: Route, known: readonly string[]): fc.Arbitrary<Shot> {
  const { params, query, body } = partsOf(route);
  const named = (schema: Json | undefined) =>
    (schema ? valuesOf(schema, known) : fc.constant({})).map((value) => (isRecord(value) ? value : {}));
  return fc.record({
    params: named(params),
    query: named(query),
    body: body ? valuesOf(body, known) : fc.constant(undefined),
    raw: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...hostileBodies) },
    ),
    ...(route.takes === 'file' ? { file: uploads } : {}),
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as it goes into an address; a lone surrogate cannot, so its bytes go. */
const encode = (value: unknown): string => {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
};

/** What is claimed to be a file: beginnings of real kinds, hostile names, bodies that end in the middle. */
const uploads: fc.Arbitrary<Upload> = fc.record({
  name: fc.constantFrom(...hostileTexts.map((text) => text.slice(0, 2000)), '图纸.pdf'),
  head: fc.constantFrom(
    '%PDF-1.7\n',
    '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
    '\xff\xd8\xff\xe0',
    'PK\x03\x04',
    '<svg onload=alert(1)>',
    '',
  ),
  rest: fc.uint8Array({ maxLength: 2000 }),
  isCut: fc.boolean(),
});

function multipart({ name, head, rest, isCut }: Upload = { name: 'a', head: '', rest: new Uint8Array(), isCut: true }) {
  const top = `--zt\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const parts = [Buffer.from(top), Buffer.from(head, 'latin1'), rest, Buffer.from(isCut ? '' : '\r\n--zt--\r\n')];
  return { type: 'multipart/form-data; boundary=zt', payload: Buffer.concat(parts) };
}

async function fire({ app, as }: WholeHouse, actor: Actor, route: Route, shot: Shot) {
  const path = route.path.replace(/:(\w+)/g, (_, name) => encode(shot.params[name] ?? newId()).slice(0, 1500) || 'x');
  const query = Object.entries(shot.query).map(([key, value]) => `${encodeURIComponent(key)}=${encode(value)}`);
  const upload = route.takes === 'file' ? multipart(shot.file) : undefined;
  const payload = upload
    ? upload.payload
    : route.body === undefined
      ? undefined
      : (shot.raw ?? (shot.body === undefined ? undefined : JSON.stringify(shot.body)));
  return app.http.inject({
    method: route.method,
    url: query.length > 0 ? `${path}?${query.join('&').slice(0, 8000)}` : path,
    headers: {
      ...as(actor),
      'idempotency-key': newId(),
      ...(payload === undefined ? {} : { 'content-type': upload?.type ?? 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

/** Rows of everything but what is written whatever the outcome: keys, who looked, who failed to sign in. */
async function countRows({ world }: WholeHouse): Promise<number> {
  const { rows: tables } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
      and tablename not in ('idempotency_keys', 'access_log', 'attempts', 'reads')`.execute(world.db);
  const each = tables.map(({ name }) => sql`select count(*) as n from ${sql.raw(name)}`);
  const { rows } = await sql<{
    n: number;
  }>`select sum(n)::int as n from (${sql.join(each, sql` union all `)}) t`.execute(world.db);
  return rows[0]?.n ?? 0;
}

function actorFor(allow: readonly Role[], staff: ReadonlyMap<Role, Actor>, person: Actor): Actor {
  if (allow.includes('public')) return nobody;
  return allow.includes('person') ? person : (staff.get(allow[0] as Role) as Actor);
}

test('no request, however made, brings a route down, shows a stack or leaves half a row', async (t) => {
  const house = await wholeHouse(t);
  const { staff, person, item, file, organisation } = await furnish(house.world);
  const known = [item.itemId, file.id, organisation.id, person.id];
  for (const { route } of house.app.routes) {
    const actor = actorFor(route.allow, staff, person);
    let before = await countRows(house);
    await fc.assert(
      fc.asyncProperty(shotAt(route, known), async (shot) => {
        const response = await fire(house, actor, route, shot);
        const said = `${route.method} ${route.path} ${response.statusCode} ${response.body.slice(0, 300)}`;
        assert.ok(response.statusCode < 500, said);
        if (response.statusCode >= 400) {
          assert.match(String(response.headers['content-type']), /^application\/problem\+json/, said);
          assert.doesNotMatch(response.body, /\bat .*\.ts:\d|node_modules|node:internal|select |insert into/i, said);
        }
        const after = await countRows(house);
        if (response.statusCode >= 400) assert.equal(after, before, `${said}: rows changed`);
        before = after;
      }),
      { numRuns: tries, includeErrorInReport: true, seed: Number(process.env.SEED ?? 20261123) },
    );
  }
});

test('every hostile text in every place of every address is answered calmly', async (t) => {
  const house = await wholeHouse(t);
  const { staff, person } = await furnish(house.world);
  for (const { route } of house.app.routes) {
    const { params = {}, query = {} } = partsOf(route);
    const actor = actorFor(route.allow, staff, person);
    const names = (schema: Json) => Object.keys((schema.properties ?? {}) as Json);
    for (const text of hostileTexts) {
      const shot = {
        params: Object.fromEntries(names(params).map((name) => [name, text])),
        query: Object.fromEntries(names(query).map((name) => [name, text])),
        body: undefined,
        raw: undefined,
      };
      const response = await fire(house, actor, route, shot);
      assert.ok(
        response.statusCode < 500,
        `${route.method} ${route.path} ${JSON.stringify(text.slice(0, 40))} ${response.body}`,
      );
    }
  }
});

test('a polluting key changes no object of the program', async (t) => {
  const house = await wholeHouse(t);
  const { staff, person } = await furnish(house.world);
  for (const { route } of house.app.routes.filter((one) => one.route.body)) {
    const actor = actorFor(route.allow, staff, person);
    for (const raw of hostileBodies) {
      const response = await fire(house, actor, route, { params: {}, query: {}, body: undefined, raw });
      assert.ok(
        response.statusCode >= 400 && response.statusCode < 500,
        `${route.path} ${raw.slice(0, 40)} ${response.statusCode}`,
      );
    }
  }
  assert.equal(({} as Json).isAdmin, undefined);
  assert.equal(({} as Json).allow, undefined);
});
