import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { StoredFile, TlogStore } from '../store.ts';

/** Called before each step a crash may fall between; the drill kills the process there. */
export type OnStep = (step: string) => void;

let tmpCount = 0;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and, from the top down, makes each new name in it durable. */
async function makeFolder(root: string, folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (!made) return;
  for (let at = folder; at.length >= made.length && at.length > root.length; at = dirname(at))
    await syncFolder(dirname(at));
  await syncFolder(dirname(made));
}

/**
 * A folder of the shape a static web server publishes as a tlog-tiles log. Each file is written beside its place,
 * made durable, then renamed over it; the folder is synced last, so a power cut leaves old or new, never half.
 * Leftovers named `.tmp-…` are harmless and are never read.
 */
export function folderStore(folder: string, onStep: OnStep = () => {}): TlogStore {
  const root = resolve(folder);
  const place = (path: string): string => {
    const file = resolve(join(root, path));
    if (!file.startsWith(root + sep)) throw new Error(`${path} leads out of the store`);
    return file;
  };

  async function writeOne(file: string, bytes: Uint8Array): Promise<void> {
    const tmp = `${file}.tmp-${process.pid}-${tmpCount++}`;
    onStep('open');
    const handle = await open(tmp, 'w', 0o644);
    try {
      onStep('write');
      await handle.writeFile(bytes);
      onStep('sync');
      await handle.sync();
    } finally {
      await handle.close();
    }
    onStep('rename');
    await rename(tmp, file);
  }

  return {
    async read(path) {
      try {
        return new Uint8Array(await readFile(place(path)));
      } catch (error) {
        // EISDIR, ENOTDIR: a path that names no file of ours.
        if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
        throw error;
      }
    },
    async write(files: readonly StoredFile[]) {
      const folders = new Set<string>();
      for (const { path, bytes } of files) {
        const file = place(path);
        const parent = dirname(file);
        if (!folders.has(parent)) await makeFolder(root, parent);
        folders.add(parent);
        await writeOne(file, bytes);
      }
      onStep('sync folders');
      for (const one of folders) await syncFolder(one);
      onStep('done');
    },
  };
}
