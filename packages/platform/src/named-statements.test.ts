import assert from 'node:assert/strict';
import test from 'node:test';
import { ok } from '@zhengtong/kernel';
import { sql } from 'kysely';
import pg from 'pg';
import { connect, type Db } from './database.ts';
import { keepsNames, statementNames } from './named-statements.ts';
import { person, testWorld } from './test/index.ts';
import { transact } from './transact.ts';

const ask = async (db: Db) =>
  (await sql<Record<string, unknown>>`select * from public.things where id = ${1}`.execute(db)).rows[0];
const namesOn = async (db: Db) =>
  (await sql<{ n: number }>`select count(*) as n from pg_prepared_statements where name like 'zt%'`.execute(db)).rows[0]
    ?.n;

test('what is asked often is named, and a migration under it is met by asking anew', async (t) => {
  const world = await testWorld(t, { modules: [] });
  await sql`create table public.things (id integer)`.execute(world.db);
  await sql`insert into public.things values (1)`.execute(world.db);
  const { db, close } = await connect(world.url, { connections: 1 });
  t.after(close);
  for (let i = 0; i < 4; i++) await ask(db);
  assert.equal(await namesOn(db), 1);

  await sql`alter table public.things add column colour text default 'red'`.execute(world.db);
  assert.deepEqual(await ask(db), { id: 1, colour: 'red' });

  for (let i = 0; i < 4; i++) await ask(db);
  await sql`alter table public.things add column size integer default 3`.execute(world.db);
  let tries = 0;
  const found = await transact({ ...world.setting, db }, person(), async (ctx) => {
    tries++;
    return ok(await ask(ctx.tx as Db));
  });
  assert.deepEqual(found, { ok: true, value: { id: 1, colour: 'red', size: 3 } });
  assert.equal(tries, 2);
});

test('names that another gave on the same connection, or that are gone at the second asking, are found out', async (t) => {
  const { url } = await testWorld(t, { modules: [] });
  const keepsNamesWith = async (words: string, onAsking: number) => {
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    pool.on('connect', (client) => {
      const ask = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
      let asked = 0;
      // What a pooler does by lending: between two questions the connection is another's, with that one's names.
      client.query = (async (...args: unknown[]) => {
        if (++asked === onAsking) await ask(words);
        return await ask(...args);
      }) as typeof client.query;
    });
    return await keepsNames(pool).finally(() => pool.end());
  };
  assert.equal(await keepsNamesWith('select 1', 1), true);
  assert.equal(await keepsNamesWith('prepare zt_probe as select 1', 1), false);
  assert.equal(await keepsNamesWith('deallocate all', 2), false);
});

test('statements that are new every time get no name, and names end somewhere', () => {
  const names = statementNames();
  for (let i = 0; i < 20_000; i++) assert.equal(names.nameOf(`select ${i}`), undefined);
  const named = new Set<string>();
  for (let i = 0; i < 1000; i++) {
    for (let times = 0; times < 3; times++) {
      const name = names.nameOf(`again ${i}`);
      if (name) named.add(name);
    }
  }
  assert.equal(named.size, 400);
  assert.equal(names.nameOf('again 1'), 'zt1_1');
  names.renew();
  assert.equal(names.nameOf('again 1'), undefined);
});
