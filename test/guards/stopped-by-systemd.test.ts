// The unit of the operator's guide, taken at its word: systemd sends its signal to the process it started and to no other.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { testWorld } from '@zhengtong/platform/test';

const root = join(import.meta.dirname, '..', '..');
const unit = /\[Service\]\n([\s\S]*?)\n```/.exec(
  readFileSync(join(root, 'docs/guides/run-in-production.md'), 'utf8'),
)?.[1];

/** What stands behind a name of the unit. */
const named = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit ?? '')?.[1] ?? '';

const saysSoon = (child: ChildProcess, words: RegExp): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk;
      if (words.test(said)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`it ended by itself: ${said}`)));
  });

test('started as the guide’s unit starts it, the program drains and ends at systemd’s signal', {
  timeout: 200_000,
}, async (t) => {
  const world = await testWorld(t, { modules: [] });
  const folder = named('WorkingDirectory');
  const [program = '', ...args] = named('ExecStart').replaceAll(folder, root).split(' ');
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      ZHENGTONG_HOME: mkdtempSync(join(tmpdir(), 'zt-unit-')),
      ZHENGTONG_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      DATABASE_URL: world.url,
      PORT: '0',
    },
  });
  t.after(() => child.kill('SIGKILL'));
  await saysSoon(child, /Zhengtong is running/);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  child.kill((named('KillSignal') || 'SIGTERM') as NodeJS.Signals);
  assert.equal(await ended, 0);
});
