// The main job through HTTP, everything on, beside what the same machine can do at most in the same minute.
import { fileAtOnce } from '@zhengtong/cases/test';
import { newId } from '@zhengtong/kernel';
import { keyPart, newRecords } from '@zhengtong/platform';
import autocannon from 'autocannon';
import { sql } from 'kysely';
import { type City, filingOf, furnishCity } from '../test/drills/under-load/city.ts';
import { anyAddress, send } from '../test/drills/under-load/client.ts';
import { newProgram } from '../test/drills/under-load/program.ts';

export const summary = '办件：提交与办理 · filing and handling cases; arguments: seconds, connections';

const port = 18_331;

export async function run([seconds = '8', connections = '32']: string[]): Promise<number> {
  const program = newProgram(port);
  await program.start();
  const city = await furnishCity(program.home, 32);
  try {
    await measure(city, program.origin, Number(seconds), Number(connections));
    return 0;
  } finally {
    await city.database.close();
    await program.end('SIGINT');
    program.clean();
  }
}

async function measure(city: City, origin: string, seconds: number, connections: number): Promise<void> {
  // First seconds are the compiler's.
  await submit(city, origin, Math.min(4, seconds), connections);
  const insert = await perSecond(seconds / 2, connections, await insertAlone(city));
  const cte = await perSecond(seconds / 2, connections, await cteAlone(city, 2000 * seconds));
  const echo = await echoAlone(origin, seconds / 2, connections);
  const filed = await submit(city, origin, seconds, connections);
  const steps = await handle(city, origin, Math.min(400, 40 * seconds), connections);
  const figures = [
    figure('one prepared insert, driver alone', insert, '1/s'),
    figure('the same statement, driver alone', cte, '1/s'),
    figure('HTTP echo', echo, '1/s'),
    figure('submit', filed.perSecond, '1/s', cte),
    figure('submit p95', filed.p95, 'ms', 50),
    ...Object.entries(steps).map(([name, p95]) => figure(`${name} p95`, p95, 'ms', 50)),
  ];
  for (const { name, figure: value, unit, ratio } of figures) {
    console.log(`  ${name.padEnd(36)} ${String(value).padStart(9)} ${unit}${ratio === null ? '' : `   ${ratio}`}`);
  }
  console.log(JSON.stringify({ bench: 'cases', figures }));
}

const round = (value: number): number => Math.round(value * 100) / 100;
const figure = (name: string, value: number, unit: string, limit: number | null = null) => ({
  name,
  figure: round(value),
  unit,
  limit: limit === null ? null : round(limit),
  ratio: limit === null ? null : round(value / limit),
});

/** How often work is done a second by so many at once. */
async function perSecond(seconds: number, lanes: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let done = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - started < seconds * 1000) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done / ((performance.now() - started) / 1000);
}

async function insertAlone({ database }: City): Promise<() => Promise<unknown>> {
  await database.pool.query('create table if not exists public.limit_of_insert (id uuid primary key, said text)');
  const text = 'insert into public.limit_of_insert values ($1, $2)';
  return () => database.pool.query({ name: 'limit', text, values: [newId(), 'x'.repeat(200)] });
}

/** The very statement a filing runs, made beforehand and sent by the driver without anything round it. */
async function cteAlone(city: City, count: number): Promise<() => Promise<unknown>> {
  const { setting, database, citizens } = city;
  const ready: { name: string; text: string; values: unknown[] }[] = [];
  for (let i = 0; i < count; i++) {
    const { actor } = citizens[i % citizens.length] as City['clerk'];
    const ctx = { tx: setting.db, actor, now: setting.now(), keys: setting.keys, records: newRecords() };
    const filed = await fileAtOnce(ctx, filingOf(city));
    if (!filed.ok) throw new Error(filed.refusal.kind);
    const key = keyPart(actor, { key: newId(), fingerprint: 'f' }, ctx.now, { status: 200, body: 'x'.repeat(300) });
    const statement = sql`with ${sql.join([key, ...filed.value.parts], sql`, `)} select 1`.compile(setting.db);
    // Under a name, as the program's own connections keep it.
    ready.push({ name: 'filing', text: statement.sql, values: [...statement.parameters] });
  }
  return async () => {
    const next = ready.pop();
    // Rather too few than the same twice: the first is a figure that says so by standing still.
    if (next) await database.pool.query(next);
    else await new Promise((resolve) => setTimeout(resolve, 5));
  };
}

async function echoAlone(origin: string, seconds: number, connections: number): Promise<number> {
  const result = await autocannon({ url: `${origin}/health/live`, duration: seconds, connections });
  return result.requests.average;
}

async function submit(city: City, origin: string, duration: number, connections: number) {
  const body = JSON.stringify(filingOf(city));
  let turn = 0;
  const took: number[] = [];
  const options: autocannon.Options = {
    url: `${origin}/api/v1/cases`,
    duration,
    connections,
    requests: [
      {
        method: 'POST',
        body,
        setupRequest: (asked) => {
          const { cookie } = city.citizens[turn++ % city.citizens.length] as City['clerk'];
          const headers = { 'idempotency-key': newId(), cookie, 'x-forwarded-for': anyAddress() };
          return { ...asked, headers: { ...asked.headers, 'content-type': 'application/json', ...headers } };
        },
      },
    ],
  };
  // Its own summary knows no 95th.
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, said) => (error ? reject(error) : resolve(said)));
    running.on('response', (_client, _status, _bytes, ms) => took.push(ms));
  });
  if (result.non2xx > 0 || result.errors > 0) {
    console.log(
      `  ${result.non2xx} 个非 2xx，${result.errors} 个错误 · ${result.non2xx} not 2xx, ${result.errors} errors`,
    );
  }
  return { perSecond: result['2xx'] / result.duration, p95: p95Of(took) };
}

const p95Of = (took: number[]): number => took.sort((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;

/** Whole cases by as many officers at once; the 95th of each step. */
async function handle(city: City, origin: string, cases: number, lanes: number): Promise<Record<string, number>> {
  const took: Record<string, number[]> = {};
  let left = cases;
  const act = async (name: string, as: City['clerk'], caseId: string, body: object): Promise<void> => {
    const started = performance.now();
    const path = `/api/console/cases/${caseId}/actions`;
    const said = await send({ origin, path, as, key: newId(), body });
    if (said?.status !== 200) throw new Error(`${name}: ${said?.status} ${said?.text}`);
    took[name] = [...(took[name] ?? []), performance.now() - started];
  };
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const as = city.citizens[left % city.citizens.length] as City['clerk'];
      const filed = await send({ origin, path: '/api/v1/cases', as, key: newId(), body: filingOf(city) });
      const caseId = String(filed?.body.caseId);
      await act('claim', city.clerk, caseId, { kind: 'claim' });
      await act('accept', city.clerk, caseId, { kind: 'accept' });
      await act('claim', city.reviewer, caseId, { kind: 'claim' });
      await act('release', city.reviewer, caseId, { kind: 'release' });
      await act('claim', city.reviewer, caseId, { kind: 'claim' });
      await act('finish-step', city.reviewer, caseId, { kind: 'finish-step', step: 'review', agrees: true, note: '' });
      await act('claim', city.approver, caseId, { kind: 'claim' });
      await act('decide', city.approver, caseId, { kind: 'decide', outcome: 'approved', reasons: '符合条件' });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return Object.fromEntries(Object.entries(took).map(([name, all]) => [name, p95Of(all)]));
}
