import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/index.ts';

let started: Promise<string> | undefined;

/**
 * The server tests store in: the runner's (`TEST_DATABASE_URL`), or for a test file run by hand one that stays up
 * between runs in the temporary folder, so that the second run is quick.
 */
export function testServerUrl(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return Promise.resolve(process.env.TEST_DATABASE_URL);
  started ??= start();
  return started;
}

async function start(): Promise<string> {
  const home = join(tmpdir(), `zhengtong-test-${userInfo().username}`);
  mkdirSync(home, { recursive: true });
  return (await startPostgres({ home, throwAway: true })).url;
}
