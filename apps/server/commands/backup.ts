import { isAbsolute, relative, resolve } from 'node:path';
import { type Config, ConfigError, type Manifest, makeBackup, type Step, type Stored } from '@zhengtong/platform';
import { hasDemo } from '../src/demo/prepare-demo.ts';
import { sayDone, sayStep, withHouse } from '../src/operator/with-house.ts';
import { prepareFiles } from '../src/prepare-files.ts';

export const summary =
  '备份数据库和文件到空文件夹（不含密钥）· back up database and files into an empty FOLDER (no keys)';
export const usage = '用法 · usage: npm run zhengtong -- backup FOLDER';

/** Its own code, so that a timer that runs it can tell a city with a lost file from a backup that failed. */
const codeMissing = 3;
const mostNamed = 20;

export async function run([folder]: string[]): Promise<number> {
  if (!folder) {
    console.error(usage);
    return 2;
  }
  let code = 0;
  const opened = await withHouse(async ({ config, database, storage, keys, modules }) => {
    const place = resolve(folder);
    for (const kept of [config.home, resolve(config.filesAt)]) {
      if (isInside(place, kept))
        throw new ConfigError(
          `备份不能放在 ${kept} 里：它丢了，备份也丢了。请另选一个文件夹。 · A backup inside ${kept} is lost with it. Choose another folder.`,
        );
    }
    // A bucket that does not answer is said in a sentence, and before the database is read.
    await prepareFiles(config.filesAt);
    const started = performance.now();
    const listStored = async (): Promise<Stored[]> =>
      (await Promise.all(modules.map((module) => module.listStored?.(database.db) ?? []))).flat();
    const manifest = await makeBackup({ database, storage, keys, folder: place, listStored, onStep });
    const keysAt = config.masters ? 'ZHENGTONG_KEYS' : `${config.home}/keys`;
    sayDone([
      `备份完成 backed up: ${place}`,
      `  ${saySize(manifest)}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
      `  备份不含密钥。没有密钥，姓名和号码无法恢复：请另行妥善保存 ${keysAt}。`,
      `  The keys are not in it. Without them no name or number can be read again: keep ${keysAt} in another safe place.`,
      ...(hasDemo(config) ? [`  ${sayDemo(config)}`] : []),
    ]);
    const { missing = [] } = manifest;
    if (missing.length === 0) return;
    code = codeMissing;
    console.error(
      [
        `! ${missing.length} 个文件数据库里有记录，存储里没有，备份里也就没有。请核对 FILES_AT，从更早的备份找回：`,
        `! ${missing.length} file(s) have a row but no bytes in the storage, and so none in this backup. Check FILES_AT and look in older backups:`,
        ...sayIds(missing),
      ].join('\n'),
    );
  });
  return opened || code;
}

/** Ids alone: a file's name holds names of people. */
export const sayIds = (ids: readonly string[]): string[] => [
  ...ids.slice(0, mostNamed).map((id) => `  ${id}`),
  ...(ids.length > mostNamed ? [`  … 另有 and ${ids.length - mostNamed} more`] : []),
];

/** What staff of the demonstration city sign in with is readable as it lies, so it is not in a backup either. */
export const sayDemo = ({ home }: Config): string =>
  `示例城市的动态码 demo-codes.json 和印章 seals 也不在备份里，请从原文件夹放到 ${home}，否则没有人能登录 · the demonstration city's demo-codes.json and seals are not in a backup: put them from the old folder into ${home}, or nobody can sign in`;

function isInside(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}

const onStep = ({ kind, name, rows }: Step): void =>
  sayStep(kind === 'table' ? `表 table ${name}: ${rows} 行 rows` : `文件 file ${name}`);

/** Counts of a backup, for people. */
export function saySize({ tables, files }: Pick<Manifest, 'tables' | 'files'>): string {
  const rows = tables.reduce((sum, part) => sum + part.rows, 0);
  const bytes = [...tables, ...files].reduce((sum, part) => sum + part.bytes, 0);
  return `${tables.length} 张表 tables, ${rows} 行 rows, ${files.length} 个文件 files, ${(bytes / 1_048_576).toFixed(1)} MB`;
}
