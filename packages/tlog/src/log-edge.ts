import { CompactRange } from './compact-range.ts';
import { maxEntryBytes, writeBundle } from './entry-bundle.ts';
import type { StoredFile } from './store.ts';
import { rootOfTile } from './tile-hash.ts';
import { fullWidth, tilePath } from './tile-path.ts';
import type { TreeHash } from './tree-hash.ts';

type Edge = { index: number; width: number; hashes: Uint8Array; writtenWidth: number };

/**
 * The growing right edge of a log: one unfinished tile a level and one unfinished bundle, plus what has been finished
 * since the last `take`. Memory stays the same at a thousand leaves and at a billion.
 */
export class LogEdge {
  readonly #tree: TreeHash;
  readonly #levels: Edge[] = [];
  #entries: Uint8Array[] = [];
  #finished: StoredFile[] = [];
  size = 0;

  constructor(tree: TreeHash) {
    this.#tree = tree;
  }

  /** Puts back an edge read from a store; `tiles` bottom first, each with the hashes of its width. */
  static restore(tree: TreeHash, size: number, tiles: readonly Uint8Array[], entries: Uint8Array[]): LogEdge {
    const edge = new LogEdge(tree);
    edge.size = size;
    edge.#entries = entries;
    for (const [level, tile] of tiles.entries()) {
      const count = Math.floor(size / fullWidth ** level);
      const hashes = new Uint8Array(fullWidth * 32);
      hashes.set(tile);
      const width = count % fullWidth;
      edge.#levels.push({ index: Math.floor(count / fullWidth), width, hashes, writtenWidth: width });
    }
    return edge;
  }

  /** Adds an entry and answers its index. Throws on an entry over 65,535 bytes, before anything changes. */
  append(entry: Uint8Array): number {
    if (entry.length > maxEntryBytes) throw new RangeError(`an entry of ${entry.length} bytes does not fit a log`);
    this.#entries.push(entry);
    const { hashes, width } = this.#at(0);
    this.#tree.leafInto(entry, hashes, width * 32);
    this.#widen(0);
    return this.size++;
  }

  #at(level: number): Edge {
    const edge = this.#levels[level] ?? {
      index: 0,
      width: 0,
      hashes: new Uint8Array(fullWidth * 32),
      writtenWidth: 0,
    };
    this.#levels[level] = edge;
    return edge;
  }

  /** A hash was written at the end of a level's tile; a tile that is full passes its root up. */
  #widen(level: number): void {
    const edge = this.#at(level);
    edge.width++;
    if (edge.width < fullWidth) return;
    const { index, hashes } = edge;
    this.#finished.push({ path: tilePath({ level, index, width: fullWidth }), bytes: hashes });
    if (level === 0) {
      const path = tilePath({ level: 'entries', index, width: fullWidth });
      this.#finished.push({ path, bytes: writeBundle(this.#entries) });
      this.#entries = [];
    }
    this.#levels[level] = { index: index + 1, width: 0, hashes: new Uint8Array(fullWidth * 32), writtenWidth: 0 };
    const above = this.#at(level + 1);
    above.hashes.set(rootOfTile(this.#tree, hashes), above.width * 32);
    this.#widen(level + 1);
  }

  /** The root over everything appended. */
  root(): Uint8Array {
    const range = new CompactRange(this.#tree);
    for (let level = this.#levels.length - 1; level >= 0; level--) {
      const { width, hashes } = this.#levels[level] as Edge;
      for (let i = 0; i < width; i++) range.appendNode(level * 8, hashes.subarray(i * 32, i * 32 + 32));
    }
    return range.root();
  }

  /** The files by which a store of the last `take` becomes one of now: finished tiles and today's partial ones. */
  take(): StoredFile[] {
    const files = this.#finished;
    this.#finished = [];
    for (const [level, edge] of this.#levels.entries()) {
      const { index, width, hashes } = edge;
      if (width === edge.writtenWidth) continue;
      edge.writtenWidth = width;
      files.push({ path: tilePath({ level, index, width }), bytes: hashes.slice(0, width * 32) });
      if (level === 0)
        files.push({ path: tilePath({ level: 'entries', index, width }), bytes: writeBundle(this.#entries) });
    }
    return files;
  }
}
