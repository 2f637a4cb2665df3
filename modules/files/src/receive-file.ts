import { randomBytes } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Actor, type Ctx, type Setting, StorageAway, StorageFull, seal, transact } from '@zhengtong/platform';
import { looseMs, mostBytes, tidyFileName } from './domain/kinds.ts';
import { type QuotaRefusal, whyOver } from './domain/quota.ts';
import { type FileView, toView } from './file-view.ts';
import { type BytesRefusal, type Judged, judgeBytes } from './judge-bytes.ts';
import { Measure } from './measure.ts';
import type { FilePorts } from './ports.ts';
import { type FileRow, insertFile } from './store.ts';
import { beginArrival, endArrival, lockOwner, measureSent } from './store-arrivals.ts';

export type ReceiveRefusal =
  | BytesRefusal
  | QuotaRefusal
  | { readonly kind: 'too-large'; readonly mostBytes: number }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-away' }
  | { readonly kind: 'interrupted' };

export type Incoming = { readonly stream: Readable; readonly fileName: string };

/** Of no division until it belongs to a case. */
const nowhere = '000000';

/**
 * Takes an upload in one pass: measured, hashed and stored as it streams, told by its content, scanned, then entered. A
 * command of its own: no transaction is open while bytes flow. What is refused leaves nothing behind.
 */
export async function receiveFile(
  setting: Setting,
  ports: FilePorts,
  actor: Actor,
  incoming: Incoming,
): Promise<Result<FileView, ReceiveRefusal>> {
  const taken = await takeBytes(setting, ports, actor, incoming);
  if (!taken.ok) return taken;
  // Where the outcome is not known (the line to the database broke) the bytes stay: the sweep finds out.
  const entered = await transact(setting, actor, (ctx) => enterFile(ctx, ports, taken.value));
  if (!entered.ok) await dropBytes(setting, ports, taken.value.stored_as);
  return entered;
}

/** The bytes in the storage, measured and judged, with the row they will have; not yet entered. */
export async function takeBytes(
  setting: Setting,
  ports: FilePorts,
  actor: Actor,
  { stream, fileName }: Incoming,
): Promise<Result<FileRow, ReceiveRefusal>> {
  const over = whyOver(ports.quota, await measureSent(setting.db, actor.id, setting.now()), 0);
  if (over) {
    stream.resume();
    return refuse(over);
  }
  const storedAs = `${randomBytes(1).toString('hex')}/${randomBytes(20).toString('hex')}`;
  await beginArrival(setting.db, storedAs, setting.now());
  const measured = new Measure();
  const judged = await storeAndJudge(ports, storedAs, stream, measured);
  if (!judged.ok) {
    // Bytes that cannot be erased now, nor could by one that is away, are left to the sweep.
    if (judged.refusal.kind !== 'storage-away') await dropBytes(setting, ports, storedAs).catch(ignoreAway);
    return judged;
  }
  return ok({
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
    scan_failed_at: null,
  });
}

/** Enters what was taken. Two uploads of one person at once are counted one after the other. */
export async function enterFile(ctx: Ctx, ports: FilePorts, row: FileRow): Promise<Result<FileView, QuotaRefusal>> {
  await lockOwner(ctx.tx, row.owner_id);
  const over = whyOver(ports.quota, await measureSent(ctx.tx, row.owner_id, ctx.now), row.size_bytes);
  if (over) return refuse(over);
  await insertFile(ctx.tx, row);
  await endArrival(ctx.tx, row.stored_as);
  return ok(toView(ctx, row));
}

/** The bytes go first: a crash between leaves a note that the sweep comes back to. */
export async function dropBytes(setting: Setting, ports: FilePorts, storedAs: string): Promise<void> {
  await ports.storage.remove(storedAs);
  await endArrival(setting.db, storedAs);
}

const ignoreAway = (fault: unknown): void => {
  if (!(fault instanceof StorageAway)) throw fault;
};

async function storeAndJudge(
  ports: FilePorts,
  storedAs: string,
  stream: Readable,
  measured: Measure,
): Promise<Result<Judged, ReceiveRefusal>> {
  try {
    const stored = await store(ports, storedAs, stream, measured);
    return stored.ok ? await judgeBytes(ports, storedAs, measured) : stored;
  } catch (fault) {
    ignoreAway(fault);
    return refuse({ kind: 'storage-away' });
  }
}

async function store(
  ports: FilePorts,
  storedAs: string,
  stream: Readable,
  measured: Measure,
): Promise<Result<undefined, ReceiveRefusal>> {
  const body = new PassThrough();
  // A break anywhere destroys the other parts, so that the storage's own writing fails and cleans up.
  const flow = pipeline(stream, measured, body).catch((error: Error) => error);
  try {
    await ports.storage.write(storedAs, body);
    return ok();
  } catch (error) {
    body.destroy();
    await flow;
    if (error instanceof StorageFull) return refuse({ kind: 'storage-full' });
    if (error instanceof StorageAway) throw error;
    if (measured.isTooLarge) return refuse({ kind: 'too-large', mostBytes });
    if (stream.errored || stream.readableAborted) return refuse({ kind: 'interrupted' });
    throw error;
  }
}
