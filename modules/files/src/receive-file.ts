import { createHash, randomBytes } from 'node:crypto';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Actor, type Setting, StorageFull, seal, transact } from '@zhengtong/platform';
import { fileTypeFromBuffer } from 'file-type';
import { acceptedKinds, mostBytes, tidyFileName } from './domain/kinds.ts';
import { type FileView, toView } from './file-view.ts';
import type { FilePorts } from './ports.ts';
import { type FileRow, insertFile } from './store.ts';

export type ReceiveRefusal =
  | { readonly kind: 'too-large'; readonly mostBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'kind-not-allowed' }
  | { readonly kind: 'infected' }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'interrupted' };

export type Incoming = { readonly stream: Readable; readonly fileName: string };

/** Of no division until it belongs to a case. */
const nowhere = '000000';
/** An upload nobody puts to a case is erased after two days. */
const looseMs = 2 * 86_400_000;

/**
 * Takes an upload in one pass: measured, hashed and stored as it streams, told by its content, scanned, then entered. A
 * command of its own: no transaction is open while bytes flow. What is refused leaves nothing behind.
 */
export async function receiveFile(
  setting: Setting,
  ports: FilePorts,
  actor: Actor,
  { stream, fileName }: Incoming,
): Promise<Result<FileView, ReceiveRefusal>> {
  const storedAs = `${randomBytes(1).toString('hex')}/${randomBytes(20).toString('hex')}`;
  const measured = new Measure();
  const body = new PassThrough();
  // A break anywhere destroys the other parts, so that the storage's own writing fails and cleans up.
  const flow = pipeline(stream, measured, body).catch((error: Error) => error);
  try {
    await ports.storage.write(storedAs, body);
  } catch (error) {
    body.destroy();
    await flow;
    if (error instanceof StorageFull) return refuse({ kind: 'storage-full' });
    if (measured.isTooLarge) return refuse({ kind: 'too-large', mostBytes });
    if (stream.errored || stream.readableAborted) return refuse({ kind: 'interrupted' });
    throw error;
  }
  const judged = await judge(ports, storedAs, measured);
  if (!judged.ok) {
    await ports.storage.remove(storedAs);
    return judged;
  }
  const row: FileRow = {
    division_code: nowhere,
    id: newId(),
    owner_id: actor.id,
    name: seal(setting.keys, 'files.name', tidyFileName(fileName)),
    media_type: judged.value.mediaType,
    size_bytes: measured.bytes,
    sha256: measured.digest(),
    stored_as: storedAs,
    // Uploaded by the person: the original has still to be compared (国办函〔2016〕108号).
    trust: 'C',
    scan: judged.value.scan,
    case_id: null,
    received_at: setting.now(),
    keep_until: new Date(Date.parse(setting.now()) + looseMs).toISOString(),
    erased_at: null,
  };
  return transact(setting, actor, async (ctx) => {
    await insertFile(ctx.tx, row);
    return ok(toView(ctx, row));
  });
}

type Judged = { readonly mediaType: string; readonly scan: FileRow['scan'] };

async function judge(ports: FilePorts, storedAs: string, measured: Measure): Promise<Result<Judged, ReceiveRefusal>> {
  if (measured.bytes === 0) return refuse({ kind: 'empty' });
  const mediaType = await findKind(measured.head());
  if (!mediaType || !acceptedKinds[mediaType]) return refuse({ kind: 'kind-not-allowed' });
  const result = ports.scanner
    ? await ports.scanner.scan(await ports.storage.read(storedAs))
    : { kind: 'away' as const };
  if (result.kind === 'infected') return refuse({ kind: 'infected' });
  if (result.kind === 'clean') return ok({ mediaType, scan: 'clean' });
  return ok({ mediaType, scan: ports.unscanned === 'hold' ? 'waiting' : 'unscanned' });
}

/** By content. OFD is a zip that begins with OFD.xml or names it among its first entries (GB/T 33190). */
async function findKind(head: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found?.mime === 'application/zip' && head.includes('OFD.xml')) return 'application/ofd';
  return found?.mime;
}

/** Counts and hashes what flows through; stops at the limit. Keeps the first 64 KiB to tell the kind by. */
class Measure extends Transform {
  bytes = 0;
  isTooLarge = false;
  readonly #hash = createHash('sha256');
  readonly #first: Buffer[] = [];
  #kept = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes > mostBytes) {
      this.isTooLarge = true;
      done(new Error('too large'));
      return;
    }
    this.#hash.update(chunk);
    if (this.#kept < 65_536) {
      this.#first.push(chunk);
      this.#kept += chunk.length;
    }
    done(null, chunk);
  }

  digest = (): string => this.#hash.digest('hex');
  head = (): Buffer => Buffer.concat(this.#first);
}
