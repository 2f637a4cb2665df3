import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Instant, type Refusal, type Result, type Route, toInstant } from '@zhengtong/kernel';
import { sql } from 'kysely';
import pg from 'pg';
import type { Static, TObject, TSchema } from 'typebox';
import { type Actor, type Ctx, nobody } from '../context.ts';
import { connect, type Db, sqlState } from '../database.ts';
import { subscribe } from '../delivery/listen.ts';
import { startWorker, type Worker } from '../delivery/worker.ts';
import { type App, buildApp } from '../http/app.ts';
import { createLog } from '../log.ts';
import { migrate } from '../migrate.ts';
import { type Module, platformModule, withRequired } from '../module.ts';
import { recurringListeners } from '../recurring.ts';
import { deriveKeys } from '../sealing.ts';
import { inRead, type Setting, transact } from '../transact.ts';
import { testServerUrl } from './server.ts';

type Called<P = object, Q = object, B = unknown> = {
  as?: Actor;
  params?: P;
  query?: Q;
  body?: B;
  key?: string;
  /** The reader's; Chinese unless told otherwise. */
  language?: 'zh' | 'en';
};

export type World = {
  readonly db: Db;
  readonly app: App;
  readonly setting: Setting;
  readonly url: string;
  /** The clock everything in this world reads. */
  now: Instant;
  /** One use case in one transaction, as the actor. */
  run<T, R extends Refusal>(actor: Actor, use: (ctx: Ctx) => Promise<Result<T, R>>): Promise<Result<T, R>>;
  /** Any work with a context that commits; for builders of rows. */
  with<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** Calls a contract over HTTP, in process. */
  call<P extends TObject, Q extends TObject, B extends TSchema, S extends TSchema>(
    route: Route<P, Q, B, S>,
    asked: Called<Static<P>, Static<Q>, Static<B>>,
  ): Promise<{ status: number; body: Record<string, unknown> & { type?: string } }>;
  /** Works off every delivery that is due. */
  drain(): Promise<void>;
  eventNames(): Promise<string[]>;
};

export type WorldOptions = { readonly modules: readonly Module[]; readonly now?: string };

/** A world of its own: a database cloned from the migrated template, the modules' routes, a clock that stands still. */
export async function testWorld(t: Pick<TestContext, 'after'>, options: WorldOptions): Promise<World> {
  const modules = withRequired(options.modules);
  const url = await cloneTemplate(modules);
  const database = await connect(url, { connections: 8 });
  const listeners = modules.flatMap((module) => [
    ...(module.listeners ?? []),
    ...recurringListeners(module.recurring ?? []),
  ]);
  await subscribe(database.db, listeners);
  const world = { now: toInstant(Date.parse(options.now ?? '2026-09-21T01:30:00Z')) };
  const keys = deriveKeys([{ name: 'k1', secret: Buffer.alloc(32, 7) }]);
  const setting: Setting = { db: database.db, keys, now: () => world.now };
  const actors = new Map<string, Actor>();
  const faults: unknown[] = [];
  const app = await buildApp({
    setting,
    logger: createLog('silent'),
    isSecure: false,
    wake: () => {},
    authenticate: async (request) => actors.get(String(request.headers['x-test-actor'])) ?? nobody,
  });
  for (const module of modules) module.routes?.(app);
  let worker: Worker | undefined;
  t.after(async () => {
    await worker?.stop();
    await app.http.close();
    await database.close();
    dropping = dropping.then(() => dropDatabase(url)).catch(() => {});
  });
  return Object.assign(world, {
    db: database.db,
    app,
    setting,
    url,
    run: <T, R extends Refusal>(actor: Actor, use: (ctx: Ctx) => Promise<Result<T, R>>) =>
      transact(setting, actor, use),
    async with<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
      const result = await transact(setting, actor, async (ctx) => ({ ok: true as const, value: await work(ctx) }));
      return (result as { value: T }).value;
    },
    async call(route: Route, asked: Called) {
      const actor = asked.as ?? nobody;
      actors.set(actor.id, actor);
      const path = route.path.replace(/:(\w+)/g, (_, name) =>
        encodeURIComponent(String((asked.params as Record<string, unknown> | undefined)?.[name])),
      );
      const response = await app.http.inject({
        method: route.method,
        url: path,
        query: asked.query as Record<string, string>,
        headers: {
          'x-test-actor': actor.id,
          ...(asked.language ? { 'accept-language': asked.language } : {}),
          ...(route.method === 'GET' ? {} : { 'idempotency-key': asked.key ?? crypto.randomUUID() }),
        },
        ...(asked.body === undefined ? {} : { payload: asked.body as object }),
      });
      return { status: response.statusCode, body: response.json() };
    },
    async drain() {
      worker ??= startWorker({ setting, listeners, lanes: 0, onFault: (fault) => faults.push(fault) });
      while ((await worker.drain()) > 0);
      // A listener that failed is a failed test, told with its own stack.
      if (faults.length > 0) throw faults.splice(0)[0];
    },
    async eventNames() {
      const { rows } = await sql<{ name: string }>`select name from platform.events order by id`.execute(database.db);
      return rows.map((row) => row.name);
    },
  }) as unknown as World;
}

/** A context outside any transaction, for reads in tests. */
export const reading = <T>(world: World, actor: Actor, use: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inRead(world.setting, actor, use);

let serial = 0;

async function cloneTemplate(modules: Module[]): Promise<string> {
  const server = await testServerUrl();
  const template = `template_${hashMigrations(modules)}`;
  await makeTemplate(server, template, modules);
  const name = `world_${process.pid}_${++serial}_${Date.now().toString(36)}`;
  await onServer(server, `create database ${name} template ${template}`);
  return server.replace(/\/[^/]*$/, `/${name}`);
}

function hashMigrations(modules: Module[]): string {
  const hash = createHash('sha256');
  for (const source of [platformModule, ...modules]) {
    const folder = fileURLToPath(source.migrations);
    for (const file of readdirSync(folder).sort())
      hash
        .update(source.name)
        .update(file)
        .update(readFileSync(`${folder}/${file}`));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Another process may make the same template at this moment: it is built under another name and renamed when whole. */
async function makeTemplate(server: string, template: string, modules: Module[]): Promise<void> {
  const { rowCount } = await onServer(server, `select 1 from pg_database where datname = '${template}'`);
  if (rowCount) return;
  const half = `half_${process.pid}_${++serial}`;
  await onServer(server, `create database ${half}`);
  const building = await connect(server.replace(/\/[^/]*$/, `/${half}`), { connections: 2 });
  await migrate(building.db, [platformModule, ...modules]);
  await building.close();
  try {
    await onServer(server, `alter database ${half} rename to ${template}`);
  } catch (error) {
    // Renamed first by another (42P04), or at the very same moment (23505 of the list of databases).
    if (!['42P04', '23505'].includes(sqlState(error) ?? '')) throw error;
    await onServer(server, `drop database ${half}`);
  }
}

// One after the other, while the next tests already run; one that stays goes with the server, which is thrown away.
let dropping: Promise<void> = Promise.resolve();

const dropDatabase = async (url: string): Promise<void> => {
  const server = await testServerUrl();
  await onServer(server, `drop database if exists ${url.split('/').at(-1)} with (force)`);
};

async function onServer(server: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: server.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
