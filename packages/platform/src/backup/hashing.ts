import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Part } from './manifest.ts';

/** Counts and hashes what flows through it. */
function gauge() {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, read: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/** Writes a stream to a new file of the folder, through `packing` where given; flushed to disk before it answers. */
export async function writePart(folder: string, file: string, source: Readable, packing?: Transform): Promise<Part> {
  const { stream, read } = gauge();
  const target = createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600 });
  await (packing ? pipeline(source, packing, stream, target) : pipeline(source, stream, target));
  const handle = await open(join(folder, file), 'r+');
  await handle.sync().finally(() => handle.close());
  return { file, ...read() };
}

/** Whether the file is still what was written; absent counts as not. */
export async function isWhole(folder: string, part: Part): Promise<boolean> {
  const { stream, read } = gauge();
  try {
    await pipeline(createReadStream(join(folder, part.file)), stream.resume());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  const found = read();
  return found.bytes === part.bytes && found.sha256 === part.sha256;
}
