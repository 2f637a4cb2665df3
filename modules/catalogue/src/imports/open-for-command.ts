import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { toInstant } from '@zhengtong/kernel';
import {
  type Config,
  connect,
  deriveKeys,
  type Module,
  migrate,
  openHome,
  platformModule,
  readConfig,
  type Setting,
  startPostgres,
  withRequired,
} from '@zhengtong/platform';

/**
 * The database the server uses, for a command beside it: `DATABASE_URL`, or the embedded one, which is taken over where
 * it runs and started where not; one that was running goes on running. Other than the server's `withHouse` it asks for no
 * keys: items and divisions may be imported before the program was started for the first time.
 */
export async function withDatabase<T>(
  module: Module,
  work: (setting: Setting, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env, process.cwd());
  await openHome(config.home);
  const postgres = config.databaseUrl ? undefined : await startPostgres({ home: config.home });
  const database = await connect(config.databaseUrl ?? postgres?.url ?? '', {
    connections: 4,
    isNaming: config.isNaming,
  });
  try {
    await migrate(database.db, [platformModule, ...withRequired([module])]);
    // Imports seal nothing about anybody, so they need none of the keys that do.
    const keys = deriveKeys([{ name: 'import', secret: randomBytes(32) }]);
    return await work({ db: database.db, keys, now: () => toInstant(Date.now()) }, config);
  } finally {
    await database.close();
    if (postgres && !postgres.adopted) await postgres.stop();
  }
}

/** A file as a stream, unpacked where its name ends in .gz, with the name lines of it are known by. */
export function openFile(path: string): { source: string; stream: Readable } {
  const file = createReadStream(path);
  const source = basename(path);
  // Nobody reads yet while the database starts: the fault is kept for whoever does, and must not end the program.
  file.on('error', () => {});
  if (!path.endsWith('.gz')) return { source, stream: file };
  const unpacked = createGunzip().on('error', () => {});
  file.on('error', (error) => unpacked.destroy(error));
  return { source, stream: file.pipe(unpacked) };
}

/** Runs an import for a person at a terminal: progress on one line, counts at the end, one sentence where it fails. */
export async function runImport(
  usage: string,
  path: string | undefined,
  start: (file: { source: string; stream: Readable }, path: string) => Promise<void>,
): Promise<number> {
  if (!path) {
    console.error(usage);
    return 2;
  }
  try {
    await access(path);
    await start(openFile(path), path);
    return 0;
  } catch (error) {
    const said = sayUnread(path, error as NodeJS.ErrnoException);
    console.error(said);
    return 1;
  }
}

const unreadable = new Set(['EISDIR', 'EACCES', 'Z_DATA_ERROR', 'Z_BUF_ERROR']);

function sayUnread(path: string, { code = '', message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `没有这个文件：${path} · There is no such file: ${path}`;
  if (!unreadable.has(code)) return message;
  return `读不了 ${path}（${code}）：请给一个可读的文件，.gz 须是完整的压缩文件。 · Cannot read ${path} (${code}): give a file that can be read; a .gz must be whole.`;
}

/** Where to find what was not taken, said once at the end. */
export function sayAside(quarantined: number): void {
  if (quarantined === 0) return;
  console.log(
    '隔离的行和原因见工作台“事项 → 导入隔离区” · lines set aside, with reasons: console, “Items → Lines set aside”',
  );
}

/** Shows counts in place on a terminal, and only the last ones in a log. */
export function showProgress(text: string, isLast: boolean): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${isLast ? '\n' : ''}`);
  else if (isLast) console.log(text);
}
