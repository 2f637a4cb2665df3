import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { createLog } from './log.ts';
import { testWorld } from './test/index.ts';

const phone = '13900000001';

function logged(fault: unknown): string {
  let lines = '';
  const log = createLog('info', {
    write: (line) => {
      lines += line;
    },
  });
  log.error({ err: fault }, 'fault');
  return lines;
}

const faultOf = async (doing: () => unknown): Promise<unknown> => {
  try {
    await doing();
  } catch (fault) {
    return fault;
  }
  return assert.fail('nothing failed');
};

test('a fault of the database is logged with its code and place, and without what somebody typed', async (t) => {
  const { db } = await testWorld(t, { modules: [] });
  const typed = `${phone}" or "x`;
  await sql`create table public.asked (phone text constraint asked_once primary key, checked int check (checked > 0))`.execute(
    db,
  );
  await sql`insert into public.asked values (${typed}, 1)`.execute(db);
  for (const [code, faulty] of [
    ['22P02', sql`select ${typed}::text::uuid`],
    ['22003', sql`select ${phone}::text::int`],
    ['22007', sql`select ${typed}::text::date`],
    ['23505', sql`insert into public.asked values (${typed}, 1)`],
    ['23514', sql`insert into public.asked values (${`${typed}2`}, -1)`],
  ] as const) {
    const line = logged(await faultOf(() => faulty.execute(db)));
    assert.match(line, new RegExp(`"code":"${code}"`));
    assert.match(line, /"stack":".*\.ts/);
    assert.ok(!line.includes(phone), line);
  }
});

test('text that is no JSON is not quoted by the fault it makes', async () => {
  for (const text of [`${phone} x`, `{"phone": ${phone}x}`, `"${phone}`]) {
    const line = logged(await faultOf(() => JSON.parse(text)));
    assert.match(line, /SyntaxError/);
    assert.ok(!line.includes(phone.slice(0, 8)), line);
  }
});

test('of a request neither address nor headers are logged', () => {
  let lines = '';
  const log = createLog('info', {
    write: (line) => {
      lines += line;
    },
  });
  log.info({ req: { url: `/search?q=${phone}`, headers: { cookie: 'secret' } }, res: { body: phone } }, 'request');
  assert.match(lines, /"msg":"request"/);
  assert.ok(!lines.includes(phone) && !lines.includes('secret'), lines);
});
