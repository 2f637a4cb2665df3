import { constants, existsSync } from 'node:fs';
import { access, mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from './config-error.ts';

/**
 * A folder that can be written, made where there is none; answers the names in it. Fails with the system's code where it
 * cannot be. Made level by level: where the system takes no folder at all (/proc), asking for all of them at once never
 * returns.
 */
export async function openFolder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) {
    if (!existsSync(dirname(folder))) await openFolder(dirname(folder));
    await mkdir(folder, { mode: 0o700 });
  }
  await access(folder, constants.W_OK);
  return await readdir(folder);
}

/** The program's own folder, for the server and each command beside it. Fails with one sentence and what to do. */
export async function openHome(home: string): Promise<void> {
  await openFolder(home).catch((error: NodeJS.ErrnoException) => {
    // A full disk is no matter of permissions, and has a sentence of its own.
    if (error.code === 'ENOSPC') throw error;
    throw new ConfigError(
      `无法写入文件夹 ${home}，请更改其权限，或用 ZHENGTONG_HOME 指定另一个文件夹。 · Cannot write to ${home}; change its permissions or name another folder in ZHENGTONG_HOME.`,
    );
  });
}
