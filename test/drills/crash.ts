// kill -9 of the program and of PostgreSQL at random, while citizens file and officers handle; then the invariants (R3, R4).
// `npm run drill crash [programKills=20] [postgresKills=5] [lanes=8]`
import { furnishCity, settingAt } from './under-load/city.ts';
import { listViolations, waitUntilDrained } from './under-load/invariants.ts';
import { startLoad } from './under-load/load.ts';
import { newProgram, type Program, postmasterOf } from './under-load/program.ts';

export const summary =
  '崩溃：负载下随机杀死程序和数据库 · crash: kill -9 program and PostgreSQL under load (kills, kills, lanes)';

export async function run([programKills = '20', postgresKills = '5', lanes = '8']: string[]): Promise<number> {
  const program = await newProgram();
  await program.start();
  const city = await furnishCity(program.home, 24);
  const load = startLoad(program.origin, city, Number(lanes));
  const [up, database]: number[][] = [[], []];
  for (const kind of shuffle(Number(programKills), Number(postgresKills))) {
    await sleep(400 + Math.random() * 1600);
    if (kind === 'program') up?.push(await killProgram(program));
    else database?.push(await killPostgres(program));
    process.stdout.write(kind === 'program' ? 'p' : 'P');
  }
  await sleep(1500);
  await load.stop();
  console.log('');
  await city.database.close();
  const { setting, database: after } = await settingAt(program.home);
  const drainMs = await waitUntilDrained(setting);
  const violations = [...(await listViolations(setting, load.acknowledged)), ...load.faults];
  await after.close();
  await program.end('SIGINT');
  for (const one of violations.slice(0, 20)) console.log(`  ✗ ${one}`);
  const acknowledged = load.acknowledged.length;
  const slowest = { program: worst(up), postgres: worst(database) };
  console.log(
    `发出 ${load.sent()} 次请求，确认 ${acknowledged} 个操作，违反 ${violations.length} 处；最长恢复：程序 ${slowest.program} ms，数据库 ${slowest.postgres} ms。`,
  );
  console.log(
    `${load.sent()} requests sent, ${acknowledged} commands acknowledged, ${violations.length} violations; slowest recovery: program ${slowest.program} ms, PostgreSQL ${slowest.postgres} ms.`,
  );
  if (violations.length === 0) program.clean();
  else console.log(`  ${program.home}`);
  const kills = { programKills: up?.length, postgresKills: database?.length };
  console.log(
    JSON.stringify({
      drill: 'crash',
      violations: violations.length,
      acknowledged,
      sent: load.sent(),
      ...kills,
      slowest,
      drainMs: Math.round(drainMs),
    }),
  );
  return violations.length === 0 ? 0 : 1;
}

const worst = (all: readonly number[] = []): number => Math.round(Math.max(0, ...all));
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function shuffle(programs: number, databases: number): ('program' | 'postgres')[] {
  const order = [...Array(programs).fill('program'), ...Array(databases).fill('postgres')];
  return order
    .map((kind) => ({ kind, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}

/** PostgreSQL lives on as an orphan and is taken over. Answers milliseconds until the program was ready again. */
async function killProgram(program: Program): Promise<number> {
  await program.end('SIGKILL');
  return await program.start();
}

/** The program lives on, answers 503 meanwhile and starts it again. Answers milliseconds until it was ready again. */
async function killPostgres(program: Program): Promise<number> {
  const pid = postmasterOf(program.home);
  if (pid === undefined) throw new Error('no postmaster');
  const started = performance.now();
  process.kill(pid, 'SIGKILL');
  while (performance.now() - started < 60_000) {
    await sleep(50);
    const ready = await fetch(`${program.origin}/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    if (ready?.ok && postmasterOf(program.home) !== pid) return performance.now() - started;
    if (!program.isUp()) throw new Error('the program died with its database');
  }
  throw new Error('the database did not come back within a minute');
}
