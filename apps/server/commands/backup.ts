import { isAbsolute, relative, resolve } from 'node:path';
import { ConfigError, type Manifest, makeBackup, type Step } from '@zhengtong/platform';
import { sayDone, sayStep, withHouse } from '../src/operator/with-house.ts';
import { prepareFiles } from '../src/prepare-files.ts';

export const summary =
  '备份数据库和文件到空文件夹（不含密钥）· back up database and files into an empty FOLDER (no keys)';
export const usage = '用法 · usage: npm run zhengtong -- backup FOLDER';

export async function run([folder]: string[]): Promise<number> {
  if (!folder) {
    console.error(usage);
    return 2;
  }
  return withHouse(async ({ config, database, storage, keys }) => {
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
    const manifest = await makeBackup({ database, storage, keys, folder: place, onStep });
    const keysAt = config.masters ? 'ZHENGTONG_KEYS' : `${config.home}/keys`;
    sayDone([
      `备份完成 backed up: ${place}`,
      `  ${saySize(manifest)}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
      `  备份不含密钥。没有密钥，姓名和号码无法恢复：请另行妥善保存 ${keysAt}。`,
      `  The keys are not in it. Without them no name or number can be read again: keep ${keysAt} in another safe place.`,
    ]);
  });
}

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
