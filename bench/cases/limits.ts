// What the machine can do at most: the same work with less and less of the program round it.
import { fileAtOnce } from '@zhengtong/cases/test';
import { newId } from '@zhengtong/kernel';
import { joinParts, keyPart, newRecords } from '@zhengtong/platform';
import autocannon from 'autocannon';
import { type City, filingOf } from '../../test/drills/under-load/city.ts';
import { anyAddress } from '../../test/drills/under-load/client.ts';

/** How often work is done a second by so many at once. */
export async function perSecond(seconds: number, lanes: number, work: () => Promise<unknown>): Promise<number> {
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

export async function insertAlone({ database }: City): Promise<() => Promise<unknown>> {
  await database.pool.query('create table if not exists public.limit_of_insert (id uuid primary key, said text)');
  const text = 'insert into public.limit_of_insert values ($1, $2)';
  return () => database.pool.query({ name: 'limit', text, values: [newId(), 'x'.repeat(200)] });
}

/** The very statement a filing runs, made beforehand and sent by the driver without anything round it. */
export async function cteAlone(city: City, count: number): Promise<() => Promise<unknown>> {
  const { setting, database, citizens } = city;
  const ready: { name: string; text: string; values: unknown[] }[] = [];
  for (let i = 0; i < count; i++) {
    const { actor } = citizens[i % citizens.length] as City['clerk'];
    const ctx = { tx: setting.db, actor, now: setting.now(), keys: setting.keys, records: newRecords() };
    const filed = await fileAtOnce(ctx, filingOf(city));
    if (!filed.ok) throw new Error(filed.refusal.kind);
    const key = keyPart(actor, { key: newId(), fingerprint: 'f' }, ctx.now, { status: 200, body: 'x'.repeat(300) });
    const statement = joinParts([key, ...filed.value.parts]).compile(setting.db);
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

/** From many addresses, as the filings come: from one it would soon be told that it asks too often, and that is no echo. */
export async function echoAlone(origin: string, seconds: number, connections: number): Promise<number> {
  const { requests, non2xx } = await autocannon({
    url: origin,
    duration: seconds,
    connections,
    requests: [
      {
        path: '/health/live',
        setupRequest: (asked) => ({ ...asked, headers: { ...asked.headers, 'x-forwarded-for': anyAddress() } }),
      },
    ],
  });
  if (non2xx > 0) throw new Error(`${non2xx} echoes were none`);
  return requests.average;
}
