// `npm run types`: migrates a database of its own and writes every module's `tables.ts`, so that columns are checked at
// compile time. `--check` writes nothing and fails where one is not as the database is.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, migrate, platformModule } from '@zhengtong/platform';
import { writeTables } from './tables.ts';
import { startTestServer } from './test-server.ts';

const root = join(import.meta.dirname, '..');
const folders = globSync('modules/*', { cwd: root }).filter((folder) => existsSync(join(root, folder, 'migrations')));
const sources = folders.map((folder) => ({
  name: basename(folder),
  migrations: pathToFileURL(`${join(root, folder, 'migrations')}/`),
}));

const server = await startTestServer();
const database = await connect(server.env.TEST_DATABASE_URL ?? '');
let stale = 0;
try {
  await migrate(database.db, [platformModule, ...sources]);
  for (const { name } of sources) {
    const file = join(root, 'modules', name, 'src', 'tables.ts');
    const text = await writeTables(database.db, name);
    if (!text || (existsSync(file) && readFileSync(file, 'utf8') === text)) continue;
    stale++;
    if (process.argv.includes('--check'))
      console.error(`modules/${name}/src/tables.ts is not as the database is: npm run types`);
    else writeFileSync(file, text);
  }
} finally {
  await database.close();
  await server.stop();
}
if (stale > 0 && process.argv.includes('--check')) process.exitCode = 1;
else console.log(`${sources.length} modules, ${stale} tables.ts written`);
