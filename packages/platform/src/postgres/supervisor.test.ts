import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { connect } from '../database.ts';
import { startPostgres } from './supervisor.ts';

test('a database that is killed is up again with what was committed, while the program lives on', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'zt-watch-'));
  const postgres = await startPostgres({ home, watch: true });
  const database = await connect(postgres.url, { connections: 2 });
  t.after(async () => {
    await database.close();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  });
  await database.pool.query('create table kept (n integer)');
  await database.pool.query('insert into kept values (1)');
  const held = await database.pool.connect();
  await held.query('begin');
  const killed = postgres.pid;
  process.kill(killed, 'SIGKILL');
  let rows: unknown[] | undefined;
  for (let waited = 0; waited < 20_000 && !rows; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    rows = await database.pool.query('select n from kept').then(
      (result) => result.rows,
      () => undefined,
    );
  }
  held.release(true);
  assert.deepEqual(rows, [{ n: 1 }]);
  // It answers a moment before the supervisor has noted its number.
  for (let waited = 0; waited < 5_000 && postgres.pid === killed; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.notEqual(postgres.pid, killed);
});

test('a server left by a killed program is taken over, not started twice', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'zt-watch-'));
  const first = await startPostgres({ home });
  t.after(async () => {
    await first.stop();
    rmSync(home, { recursive: true, force: true });
  });
  const second = await startPostgres({ home });
  assert.equal(second.adopted, true);
  assert.equal(second.url, first.url);
});
