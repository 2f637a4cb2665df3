import { isSame, toBytes } from './bytes.ts';
import { readCheckpointText, writeCheckpointText } from './checkpoint.ts';
import { readBundle } from './entry-bundle.ts';
import { LogEdge } from './log-edge.ts';
import { type CheckSignature, openNote } from './open-note.ts';
import { type NoteSigner, signNote } from './sign-note.ts';
import type { StoredFile, TlogStore } from './store.ts';
import { fullWidth, tilePath, tileWidth } from './tile-path.ts';
import type { TreeHash } from './tree-hash.ts';

export type LogParts = {
  store: TlogStore;
  tree: TreeHash;
  origin: string;
  /** The log's own keys, say one Ed25519 and one SM2: each checkpoint carries a line of each. */
  signers: readonly NoteSigner[];
  check: CheckSignature;
};

/**
 * A log with one writer. Entries are taken in memory at once and become part of the log at the next `publish`, which
 * writes tiles and bundles, then the signed checkpoint. What was not published at a crash has never been in the log.
 * Two writers on one store would sign a fork: the caller holds a lock (in the ledger, one advisory lock).
 */
export class Log {
  readonly #parts: LogParts;
  readonly #edge: LogEdge;
  #publishing: Promise<unknown> = Promise.resolve();
  #published: string | undefined;
  /** Finished but not yet known to be durable; a failed write leaves them for the next publish. */
  #unwritten: StoredFile[] = [];

  constructor(parts: LogParts, edge: LogEdge, published: string | undefined) {
    this.#parts = parts;
    this.#edge = edge;
    this.#published = published;
  }

  /** Leaves taken, published or not. */
  get size(): number {
    return this.#edge.size;
  }

  /** The last signed checkpoint, absent before the first. */
  get checkpoint(): string | undefined {
    return this.#published;
  }

  /** Takes an entry (at most 65,535 bytes) and answers its index. */
  append(entry: Uint8Array): number {
    return this.#edge.append(entry);
  }

  /** Makes everything appended so far durable and answers the signed checkpoint over it. Calls queue up. */
  publish(): Promise<string> {
    const next = this.#publishing.then(() => this.#publishNow());
    this.#publishing = next.catch(() => undefined);
    return next;
  }

  async #publishNow(): Promise<string> {
    const { store, origin, signers } = this.#parts;
    // Taken together before the first await: entries that come in meanwhile belong to the next checkpoint.
    this.#unwritten.push(...this.#edge.take());
    const files = this.#unwritten;
    const text = writeCheckpointText({ origin, size: this.#edge.size, root: this.#edge.root() });
    await store.write(files);
    this.#unwritten = [];
    const checkpoint = await signNote(text, signers);
    await store.write([{ path: 'checkpoint', bytes: toBytes(checkpoint) }]);
    this.#published = checkpoint;
    return checkpoint;
  }
}

/**
 * Opens the log in a store, or begins it. Throws when the stored checkpoint is not signed by our keys, names another
 * log, or is not the root of the stored tiles: a damaged log must not go on signing.
 */
export async function openLog(parts: LogParts): Promise<Log> {
  const { store, tree, origin, signers, check } = parts;
  const stored = await store.read('checkpoint');
  if (!stored) return new Log(parts, new LogEdge(tree), undefined);
  const keys = signers.map((signer) => signer.key);
  const opened = openNote(check, keys, stored);
  if (!opened.ok) throw new Error(`log ${origin}: stored checkpoint is not ours (${opened.refusal.kind})`);
  const read = readCheckpointText(opened.value.text);
  if (!read.ok || read.value.origin !== origin) throw new Error(`log ${origin}: the store holds another log`);
  const { size, root } = read.value;
  const tiles: Uint8Array[] = [];
  for (let level = 0; fullWidth ** level <= size; level++) {
    const index = Math.floor(Math.floor(size / fullWidth ** level) / fullWidth);
    const width = tileWidth(level, index, size);
    const tile = width === 0 ? new Uint8Array(0) : await store.read(tilePath({ level, index, width }));
    if (tile?.length !== width * 32) throw new Error(`log ${origin}: tile ${level}/${index} is missing or damaged`);
    tiles.push(tile);
  }
  const edge = LogEdge.restore(tree, size, tiles, await readEdgeEntries(parts, size));
  if (!isSame(edge.root(), root)) throw new Error(`log ${origin}: tiles do not give the root of the checkpoint`);
  return new Log(parts, edge, new TextDecoder().decode(stored));
}

async function readEdgeEntries({ store, origin }: LogParts, size: number): Promise<Uint8Array[]> {
  const width = size % fullWidth;
  if (width === 0) return [];
  const path = tilePath({ level: 'entries', index: Math.floor(size / fullWidth), width });
  const bundle = readBundle((await store.read(path)) ?? new Uint8Array(0), width);
  if (!bundle.ok) throw new Error(`log ${origin}: ${path} is missing or damaged`);
  return bundle.value;
}
