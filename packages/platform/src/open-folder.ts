import { constants, existsSync } from 'node:fs';
import { access, mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';

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
