// Backup under work, destroy everything but the keys, restore by the operator's own commands, then the invariants (R7).
// `npm run drill restore [seconds=6]`
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Setting } from '@zhengtong/platform';
import { sql } from 'kysely';
import { furnishCity, settingAt } from './under-load/city.ts';
import { listViolations, waitUntilDrained } from './under-load/invariants.ts';
import { startLoad } from './under-load/load.ts';
import { newProgram } from './under-load/program.ts';

export const summary =
  '恢复：备份、销毁、恢复、核对 · restore: backup, destroy, restore, invariants (seconds of work before)';

const root = join(import.meta.dirname, '../..');

export async function run([seconds = '6']: string[]): Promise<number> {
  const program = await newProgram();
  const folder = mkdtempSync(join(tmpdir(), 'zt-backup-'));
  const keptKeys = join(folder, '..', `keys-${process.pid}`);
  const violations: string[] = [];
  await program.start();
  const city = await furnishCity(program.home, 16);
  const load = startLoad(program.origin, city, 6);
  await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000));
  // A backup while people work is whole; what counts here is the one made when all are done.
  const during = await operator(['backup', join(folder, 'during')], program.home);
  if (during !== 0) violations.push('backup during work failed');
  await load.stop();
  await waitUntilDrained(city.setting);
  const before = await hashEverything(city.setting);
  await city.database.close();
  const made = performance.now();
  if ((await operator(['backup', join(folder, 'whole')], program.home)) !== 0) violations.push('backup failed');
  const backupMs = performance.now() - made;
  if ((await operator(['restore', join(folder, 'whole')], program.home)) === 0)
    violations.push('restored over a running program');
  await program.end('SIGINT');

  copyFileSync(join(program.home, 'keys'), keptKeys);
  rmSync(program.home, { recursive: true, force: true });
  if (existsSync(program.home)) violations.push('nothing was destroyed');
  const again = await newProgram();
  if ((await operator(['restore', join(folder, 'whole')], again.home)) === 0) violations.push('restored without keys');
  copyFileSync(keptKeys, join(again.home, 'keys'));
  const begun = performance.now();
  if ((await operator(['restore', join(folder, 'whole')], again.home)) !== 0) violations.push('restore failed');
  const restoreMs = performance.now() - begun;
  const quiet = await settingAt(again.home);
  const after = await hashEverything(quiet.setting);
  for (const [name, hash] of Object.entries(before))
    if (after[name] !== hash) violations.push(`${name} is not the same`);
  await quiet.database.close();

  await again.start();
  const { setting, database } = await settingAt(again.home);
  violations.push(...(await listViolations(setting, load.acknowledged)));
  const more = startLoad(again.origin, { ...city, setting, database }, 4);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await more.stop();
  if (more.acknowledged.length === 0) violations.push('nobody can work in the restored city');
  await waitUntilDrained(setting);
  violations.push(...(await listViolations(setting, [...load.acknowledged, ...more.acknowledged])));
  await database.close();
  await again.end('SIGINT');
  for (const one of violations.slice(0, 20)) console.log(`  ✗ ${one}`);
  const counts = {
    acknowledged: load.acknowledged.length,
    backupMs: Math.round(backupMs),
    restoreMs: Math.round(restoreMs),
  };
  console.log(`${counts.acknowledged} 个操作之后备份并恢复，违反 ${violations.length} 处。`);
  console.log(`Backed up after ${counts.acknowledged} commands and restored: ${violations.length} violations.`);
  console.log(JSON.stringify({ drill: 'restore', violations: violations.length, ...counts }));
  again.clean();
  for (const path of [folder, keptKeys]) rmSync(path, { recursive: true, force: true });
  return violations.length === 0 ? 0 : 1;
}

/** The operator's tool as a person calls it. Answers its exit code. */
function operator(words: string[], home: string): Promise<number> {
  const args = ['--import', './scripts/load-tsx.ts', 'scripts/run-found.ts', 'command', ...words];
  const env = { ...process.env, ZHENGTONG_HOME: home, DATABASE_URL: '', ZHENGTONG_KEYS: '' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

/** A hash of every table's rows in any order; what a program writes of itself by the minute is left out. */
async function hashEverything({ db }: Setting): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
      and tablename not in ('heartbeats', 'subscriptions', 'sessions')`.execute(db);
  const hashes: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: found } = await sql<{ hash: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(line, chr(10) order by line)), '') as hash
      from (select t::text as line from ${sql.raw(name)} t) lines`.execute(db);
    hashes[name] = found[0]?.hash ?? '';
  }
  return hashes;
}
