// A real clamd with a signature file of our own: the public lists are not needed to find one known text.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { eicar } from './sample-bytes.ts';

const places = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/usr/bin/clamd'];

/** Where clamd is; installed from Debian where it is not and we may. Undefined where we may not. */
export function findClamd(): string | undefined {
  const found = () => places.find((place) => existsSync(place));
  if (found() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'clamav-daemon'],
  ])
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return found();
}

export type Clamd = {
  readonly address: string;
  start(): Promise<void>;
  /** SIGSTOP: takes connections and says nothing. */
  freeze(): void;
  wake(): void;
  kill(): Promise<void>;
};

export function newClamd(program: string, folder: string): Clamd {
  const [socket, lists] = [join(folder, 'clamd.sock'), join(folder, 'signatures')];
  mkdirSync(lists, { recursive: true });
  writeFileSync(join(lists, 'own.ndb'), `Zhengtong.Test.EICAR:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  const config = join(folder, 'clamd.conf');
  const lines = {
    LocalSocket: socket,
    DatabaseDirectory: lists,
    Foreground: 'yes',
    StreamMaxLength: '25M',
    FixStaleSocket: 'yes',
  };
  writeFileSync(
    config,
    Object.entries(lines)
      .map((line) => `${line.join(' ')}\n`)
      .join(''),
  );
  let child: ChildProcess | undefined;
  return {
    address: socket,
    async start() {
      const log = openSync(join(folder, 'clamd.log'), 'a');
      child = spawn(program, [`--config-file=${config}`], { stdio: ['ignore', log, log] });
      for (let tries = 0; !(await answers(socket)); tries++) {
        if (child.exitCode !== null || tries > 600)
          throw new Error(`clamd did not start: see ${join(folder, 'clamd.log')}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    freeze: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
    async kill() {
      const gone = child;
      if (!gone || gone.exitCode !== null || gone.signalCode !== null) return;
      const closed = new Promise((resolve) => gone.once('close', resolve));
      gone.kill('SIGKILL');
      await closed;
    },
  };
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect(socket, () => line.write('zPING\0'));
    line.on('data', (said) => {
      resolve(said.toString().startsWith('PONG'));
      line.destroy();
    });
    line.on('error', () => resolve(false));
  });
}
