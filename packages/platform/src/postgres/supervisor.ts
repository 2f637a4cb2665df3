import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { OperatorError } from '../operator-error.ts';
import { findBinaries } from './binaries.ts';
import { findRunAs, type RunAs } from './run-as.ts';

export type Postgres = {
  /** For `connect`; a socket path, no port is opened. */
  readonly url: string;
  /** Whether a server left by a killed program was taken over. */
  readonly adopted: boolean;
  readonly pid: number;
  stop(): Promise<void>;
};

export type PostgresOptions = {
  /** Folder that keeps the data between runs. */
  readonly home: string;
  /** Tests throw their data away: no flushing to disk. Never for anybody's real cases. */
  readonly throwAway?: boolean;
  /** The folder of another PostgreSQL's programs (15 or newer); without it those of the npm package. */
  readonly programs?: string;
  /** Starts it again when it dies: for the program that answers people, not for a command beside it. */
  readonly watch?: boolean;
};

/**
 * Starts the embedded PostgreSQL, or takes over one that a killed program left running on the same folder.
 * Socket only, scram with a random secret. Throws `OperatorError` where it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { home, throwAway = false, programs, watch = false } = options;
  const bin = programs ?? findBinaries();
  if (!bin) {
    throw new OperatorError(
      `没有适用于 ${process.platform}-${process.arch} 的内置数据库，请设置 DATABASE_URL。 · There is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL.`,
    );
  }
  const folder = join(home, 'postgres');
  const secret = readSecret(home);
  // A socket path over 107 bytes is fatal, so the runtime folder does not follow the clone's path.
  const runtime = join(tmpdir(), `zt-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const url = `postgres://zhengtong:${secret}@${encodeURIComponent(runtime)}/zhengtong`;

  const begin = async (): Promise<number | undefined> =>
    untilItAnswers(launch(bin, folder, runtime, home, findRunAs(home), throwAway));
  const untilItAnswers = async (pid: number): Promise<number | undefined> => {
    for (let waited = 0; waited < 60_000; waited += 20) {
      if (await answers(url)) return pid;
      if (!isAlive(pid)) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return undefined;
  };
  const again = watch ? begin : undefined;
  const orphan = findRunning(folder);
  // One that is replaying its log after a crash answers a little later.
  if (orphan && (await untilItAnswers(orphan))) return supervise(url, orphan, true, again);

  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(bin, folder, home, secret, findRunAs(home));
  const started = await begin();
  if (started !== undefined) return supervise(url, started, false, again);
  const said = readFileSync(join(home, 'postgres.log'), 'utf8').trim().split('\n').slice(-3).join(' | ');
  throw new OperatorError(`内置数据库未能启动：${said} · The embedded PostgreSQL did not start: ${said}`);
}

function readSecret(home: string): string {
  const file = join(home, 'postgres.secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function initialise(bin: string, folder: string, home: string, secret: string, runAs: RunAs): void {
  // A start that was killed half-way leaves a folder initdb would refuse.
  rmSync(folder, { recursive: true, force: true });
  const password = join(home, 'initdb.password');
  writeFileSync(password, secret, { mode: 0o600 });
  // The built-in provider came with 17; before it the same order has to come from the machine.
  const [, major = '0'] = /(\d+)/.exec(run(runAs, join(bin, 'initdb'), ['--version']).stdout.toString()) ?? [];
  const provider = Number(major) >= 17 ? ['--locale-provider=builtin'] : [];
  const words = ['--username=zhengtong', '--encoding=UTF8', ...provider, '--locale=C.UTF-8'];
  const auth = ['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', `--pwfile=${password}`];
  const made = run(runAs, join(bin, 'initdb'), [`--pgdata=${folder}`, ...words, ...auth]);
  rmSync(password, { force: true });
  if (made.status !== 0) {
    const said = made.stderr.toString().trim();
    throw new OperatorError(`数据库初始化失败：${said} · initdb failed: ${said}`);
  }
}

function run(runAs: RunAs, program: string, args: string[]) {
  const [first = program, ...rest] = [...runAs.prefix, program];
  return spawnSync(first, [...rest, ...args], { uid: runAs.uid, gid: runAs.gid });
}

function launch(bin: string, folder: string, runtime: string, home: string, runAs: RunAs, throwAway: boolean): number {
  const settings = ['listen_addresses=', `unix_socket_directories=${runtime}`, 'unix_socket_permissions=0700'];
  settings.push('shared_buffers=256MB', 'max_connections=120', 'jit=off', 'timezone=UTC', 'log_timezone=UTC');
  if (throwAway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300');
  const args = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const [first = 'postgres', ...rest] = [...runAs.prefix, join(bin, 'postgres')];
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  // Detached with its log in a file: attached, Ctrl-C would stop PostgreSQL while the program still drains.
  const child = spawn(first, [...rest, ...args], {
    detached: true,
    stdio: ['ignore', log, log],
    uid: runAs.uid,
    gid: runAs.gid,
  });
  child.unref();
  return child.pid ?? -1;
}

function findRunning(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && isAlive(pid) ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/** Dead, but its number not given back: where a killed program's children go to nobody who asks after them. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.charAt(stat.lastIndexOf(')') + 2) === 'Z';
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const maintenance = new pg.Client({ connectionString: url.replace(/\/zhengtong$/, '/postgres') });
  maintenance.on('error', () => {});
  try {
    await maintenance.connect();
    const { rowCount } = await maintenance.query(`select 1 from pg_database where datname = 'zhengtong'`);
    if (rowCount === 0) await maintenance.query('create database zhengtong');
    return true;
  } catch {
    return false;
  } finally {
    await maintenance.end().catch(() => {});
  }
}

/** How often a watched server is looked after, milliseconds. */
const lookEvery = 200;

function supervise(url: string, first: number, adopted: boolean, again?: () => Promise<number | undefined>): Postgres {
  let pid = first;
  let isStopping = false;
  let restarting: Promise<void> | undefined;
  // The dead one's children keep its memory for a moment, and a start is refused until they have gone: tried again.
  const restart = async (): Promise<void> => {
    const begun = isStopping ? undefined : await again?.().catch(() => undefined);
    if (begun !== undefined) pid = begun;
  };
  const timer =
    again &&
    setInterval(() => {
      if (restarting || isStopping || isAlive(pid)) return;
      restarting = restart().finally(() => {
        restarting = undefined;
      });
    }, lookEvery);
  timer?.unref();
  return {
    url,
    adopted,
    get pid() {
      return pid;
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await restarting;
      if (!isAlive(pid)) return;
      process.kill(pid, 'SIGINT');
      for (let waited = 0; waited < 15_000 && isAlive(pid); waited += 20) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      // Immediate shutdown loses nothing that was committed: the next start replays the log.
      if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
    },
  };
}
