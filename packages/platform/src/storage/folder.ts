import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { newId } from '@zhengtong/kernel';
import { checkName, type Storage, StorageAway, StorageFull } from './storage.ts';

/** Files in a folder of the machine. A file is written beside its place, flushed, then renamed: whole or absent. */
export function folderStorage(folder: string): Storage {
  const place = (name: string) => join(folder, checkName(name));
  return {
    async write(name, bytes) {
      const target = place(name);
      const half = join(folder, '.half', newId());
      try {
        await mkdir(dirname(target), { recursive: true });
        await mkdir(dirname(half), { recursive: true });
        await pipeline(bytes, createWriteStream(half, { mode: 0o600 }));
        await flush(half);
        await rename(half, target);
      } catch (error) {
        await rm(half, { force: true }).catch(() => {});
        throw faultOf(error);
      }
    },
    async read(name) {
      await access(place(name));
      return createReadStream(place(name));
    },
    exists: (name) =>
      access(place(name)).then(
        () => true,
        () => false,
      ),
    remove: (name) => rm(place(name), { force: true }),
    async *list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const name = relative(folder, join(entry.parentPath, entry.name));
        if (entry.isFile() && !name.startsWith('.half')) yield name;
      }
    },
  };
}

/** What the system said no to; anything else broke in the bytes and is passed on. */
function faultOf(error: unknown): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EROFS'].includes(code)) return new StorageFull('no room for files', { cause: error });
  return syscall ? new StorageAway('the folder of files cannot be written', { cause: error }) : error;
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
