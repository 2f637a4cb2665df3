import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { newId } from '@zhengtong/kernel';
import { checkName, type Storage, StorageFull } from './storage.ts';

/** Files in a folder of the machine. A file is written beside its place, flushed, then renamed: whole or absent. */
export function folderStorage(folder: string): Storage {
  const place = (name: string) => join(folder, checkName(name));
  return {
    async write(name, bytes) {
      const target = place(name);
      const half = join(folder, '.half', newId());
      await mkdir(dirname(target), { recursive: true });
      await mkdir(dirname(half), { recursive: true });
      try {
        await pipeline(bytes, createWriteStream(half, { mode: 0o600 }));
        await flush(half);
        await rename(half, target);
      } catch (error) {
        await rm(half, { force: true });
        if (['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) {
          throw new StorageFull('no room for files', { cause: error });
        }
        throw error;
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

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
