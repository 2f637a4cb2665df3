// The PostgreSQL that one run of the tests shares; thrown away after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@zhengtong/platform';

export async function startTestServer(
  programs?: string,
): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'zhengtong-tests-'));
  const postgres = await startPostgres({ home, throwAway: true, ...(programs ? { programs } : {}) });
  return {
    env: { TEST_DATABASE_URL: postgres.url },
    async stop() {
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
