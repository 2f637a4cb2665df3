import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../../../..');

/** The keys of `testWorld`, as the operator of its database would set them. */
export const worldKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** `npm run zhengtong -- words…` on the database of a world, as an operator runs it: its code and what it said. */
export async function runCommand(
  words: readonly string[],
  { url, env = {}, input = '' }: { url: string; env?: NodeJS.ProcessEnv; input?: string },
): Promise<{ code: number | null; said: string }> {
  const given = { ZHENGTONG_HOME: mkdtempSync(join(tmpdir(), 'zt-command-')), ZHENGTONG_KEYS: worldKeys, ...env };
  const args = ['--import', './scripts/load-tsx.ts', 'scripts/run-found.ts', 'command', ...words];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, DATABASE_URL: url, ...given } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, faults, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: out + faults };
}
