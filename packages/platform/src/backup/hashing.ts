import { createHash, createHmac } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Keys } from '../sealing.ts';
import type { Part } from './manifest.ts';
import { isSameProof, proofKey } from './proof.ts';

/**
 * Counts and hashes what flows through it, plainly and under a key. The file's name is part of the keyed hash: two parts
 * that were exchanged do not pass for one another.
 */
function gauge(file: string, keys: Keys) {
  const hash = createHash('sha256');
  const proof = createHmac('sha256', proofKey(keys, 'part')).update(`${file}\0`);
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk);
      proof.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, read: () => ({ bytes, sha256: hash.digest('hex'), proof: proof.digest('hex') }) };
}

/** Writes a stream to a new file of the folder, through `packing` where given; flushed to disk before it answers. */
export async function writePart(
  folder: string,
  file: string,
  source: Readable,
  keys: Keys,
  packing?: Transform,
): Promise<Part> {
  const { stream, read } = gauge(file, keys);
  const target = createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600 });
  await (packing ? pipeline(source, packing, stream, target) : pipeline(source, stream, target));
  const handle = await open(join(folder, file), 'r+');
  await handle.sync().finally(() => handle.close());
  return { file, ...read() };
}

/**
 * What became of a part since it was written: `whole`, `damaged` (absent, cut, a bit turned), or `changed` by somebody
 * who made the plain hash fit and had no key. A part of before there were keyed hashes has none to compare.
 */
export async function judgePart(folder: string, part: Part, keys: Keys): Promise<'whole' | 'damaged' | 'changed'> {
  const { stream, read } = gauge(part.file, keys);
  try {
    await pipeline(createReadStream(join(folder, part.file)), stream.resume());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'damaged';
    throw error;
  }
  const found = read();
  if (found.bytes !== part.bytes || found.sha256 !== part.sha256) return 'damaged';
  return part.proof === undefined || isSameProof(found.proof, part.proof) ? 'whole' : 'changed';
}
