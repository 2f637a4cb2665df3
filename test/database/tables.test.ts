import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { migrate, platformModule } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { writeTables } from '../../scripts/tables.ts';

const root = join(import.meta.dirname, '..', '..');

test('every tables.ts says what the migrated database is', async (t) => {
  const { db } = await testWorld(t, { modules: [] });
  const names = globSync('modules/*', { cwd: root })
    .map((folder) => basename(folder))
    .filter((name) => existsSync(join(root, 'modules', name, 'migrations')));
  const sources = names.map((name) => ({
    name,
    migrations: pathToFileURL(`${join(root, 'modules', name, 'migrations')}/`),
  }));
  await migrate(db, [platformModule, ...sources]);
  for (const name of names) {
    const written = readFileSync(join(root, 'modules', name, 'src', 'tables.ts'), 'utf8');
    assert.equal(written, await writeTables(db, name), `modules/${name}/src/tables.ts: run npm run types`);
  }
});
