// The real program as a process of its own, to be loaded, killed and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

export type Program = {
  readonly home: string;
  readonly port: number;
  readonly origin: string;
  start(): Promise<number>;
  /** kill -9, or Ctrl-C's signal; answers when it is gone. */
  end(signal: 'SIGKILL' | 'SIGINT'): Promise<void>;
  isUp(): boolean;
  /** Removes everything it left. */
  clean(): void;
};

/**
 * Not yet started, on a port that was free a moment ago. `home` is given where a second program takes over the folder of
 * a first.
 */
export async function newProgram(
  home: string = mkdtempSync(join(tmpdir(), 'zt-drill-')),
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  let child: ChildProcess | undefined;
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ZHENGTONG_HOME: home,
    PORT: String(port),
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    ZHENGTONG_KEYS: '',
    // Behind a proxy: a city of its own, not the demonstration, and callers from many addresses.
    PUBLIC_URL: 'https://zwfw.example',
    TRUST_PROXY: 'yes',
    ...settings,
  };
  return {
    home,
    port,
    origin,
    /** Milliseconds until it was ready. */
    async start() {
      const started = performance.now();
      const logAt = join(home, 'program.log');
      const said = existsSync(logAt) ? statSync(logAt).size : 0;
      const log = openSync(logAt, 'a');
      const args = ['--import', './scripts/load-tsx.ts', ...(process.env.DRILL_NODE_ARGS?.split(' ') ?? [])];
      child = spawn(process.execPath, [...args, 'apps/server/src/main.ts'], {
        cwd: root,
        env,
        stdio: ['ignore', log, log],
      });
      // Its own word that it listens, and not only an answer: another program might have taken the port.
      const hasStarted = () => readFileSync(logAt).subarray(said).toString().includes('Zhengtong is running');
      while (!hasStarted() || !(await isReady(origin))) {
        if (child.exitCode !== null)
          throw new Error(`the program did not start: ${readFileSync(logAt, 'utf8').slice(-2000)}`);
        if (performance.now() - started > 120_000) throw new Error('the program was not ready within two minutes');
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return performance.now() - started;
    },
    async end(signal) {
      const gone = child;
      if (!gone || gone.exitCode !== null || gone.signalCode !== null) return;
      const closed = new Promise((resolve) => gone.once('close', resolve));
      gone.kill(signal);
      await closed;
    },
    isUp: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    clean: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Below those of outgoing connections, which come and go on a busy machine. */
async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 18_000 + Math.floor(Math.random() * 14_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** The postmaster of a home, by PostgreSQL's own note of itself. */
export function postmasterOf(home: string): number | undefined {
  try {
    return Number(readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
