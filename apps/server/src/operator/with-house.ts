import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isHouseEmpty } from '@zhengtong/identity';
import { toInstant } from '@zhengtong/kernel';
import {
  type Config,
  ConfigError,
  connect,
  type Database,
  type Keys,
  type Module,
  openHome,
  openStorage,
  readConfig,
  type Setting,
  type Storage,
  startPostgres,
  withRequired,
} from '@zhengtong/platform';
import { checkKeys } from '../check-keys.ts';
import { explainFailure } from '../explain-failure.ts';
import { loadKeys } from '../keys.ts';
import { composeHouse } from '../modules.ts';

/** What a command of the operator works with: the same database, files and keys as the program beside it. */
export type OpenHouse = {
  readonly config: Config;
  readonly database: Database;
  readonly storage: Storage;
  readonly keys: Keys;
  readonly setting: Setting;
  readonly modules: readonly Module[];
};

/**
 * Runs an operator's command: exit code 0, or 1 with one sentence. The embedded database is taken over where it runs
 * and started where not; one that was running goes on running.
 */
export async function withHouse(work: (house: OpenHouse) => Promise<void>): Promise<number> {
  try {
    const config = readConfig(process.env, process.cwd());
    const keys = keysAtHand(config);
    await openHome(config.home);
    const postgres = config.databaseUrl ? undefined : await startPostgres({ home: config.home });
    try {
      const database = await connect(config.databaseUrl ?? postgres?.url ?? '', {
        connections: 4,
        isNaming: config.isNaming,
      });
      try {
        if (!(await isHouseEmpty({ tx: database.db }))) await checkKeys({ tx: database.db, keys });
        const storage = openStorage(config.filesAt);
        const setting: Setting = { db: database.db, keys, now: () => toInstant(Date.now()) };
        const modules = withRequired(composeHouse({ config, setting, storage, demoPhone: undefined }).modules);
        await work({ config, database, storage, keys, setting, modules });
      } finally {
        await database.close();
      }
    } finally {
      if (postgres && !postgres.adopted) await postgres.stop();
    }
    return 0;
  } catch (error) {
    console.error(explainFailure(error));
    return 1;
  }
}

/** A command makes no keys of its own: rows sealed with new ones would be a second city in the same folder. */
function keysAtHand(config: Config): Keys {
  if (config.masters || config.databaseUrl || existsSync(join(config.home, 'keys'))) return loadKeys(config);
  throw new ConfigError(
    `没有密钥：请把密钥文件放到 ${join(config.home, 'keys')}，或设置 ZHENGTONG_KEYS。 · There are no keys: put the key file at ${join(config.home, 'keys')}, or set ZHENGTONG_KEYS.`,
  );
}

/** Progress on one line of a terminal; in a log only what lasts. */
export function sayStep(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
}

export function sayDone(lines: readonly string[]): void {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  console.log(lines.join('\n'));
}
