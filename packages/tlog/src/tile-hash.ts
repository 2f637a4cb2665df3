import { CompactRange } from './compact-range.ts';
import { type Range, wholeNodes } from './ranges.ts';
import { fullWidth, type TileRef, tileWidth } from './tile-path.ts';
import type { TreeHash } from './tree-hash.ts';

/** Hashes of a tile, 32 bytes each; at least `width` of them. Throws or answers undefined when it has none. */
export type ReadTile = (ref: TileRef) => Uint8Array | undefined;

/** Where a node of the tree is found: the tile and the run of its hashes that, hashed together, give the node. */
function locate(level: number, index: number, size: number): { ref: TileRef; first: number; count: number } {
  const tileLevel = Math.floor(level / 8);
  const count = 2 ** (level % 8);
  const at = index * count;
  const tile = Math.floor(at / fullWidth);
  const width = tileWidth(tileLevel, tile, size);
  return { ref: { level: tileLevel, index: tile, width }, first: at % fullWidth, count };
}

/** The tiles to fetch before these ranges of a tree of `size` can be hashed; each once. */
export function tilesOfRanges(ranges: readonly Range[], size: number): TileRef[] {
  const refs = new Map<string, TileRef>();
  for (const [start, end] of ranges) {
    for (const { level, index } of wholeNodes(start, end)) {
      const { ref } = locate(level, index, size);
      refs.set(`${ref.level}/${ref.index}`, ref);
    }
  }
  return [...refs.values()];
}

const rowsOfTile = new WeakMap<TreeHash, WeakMap<Uint8Array, Uint8Array[]>>();

/**
 * A tile and the rows of nodes above it, up to 256 → 1, as far as they are whole. Kept as long as the tile's own bytes
 * are kept, so that a tile read once proves many leaves; tiles are never changed after they are made.
 */
function rowsOf(tree: TreeHash, tile: Uint8Array): Uint8Array[] {
  const known = rowsOfTile.get(tree) ?? new WeakMap<Uint8Array, Uint8Array[]>();
  rowsOfTile.set(tree, known);
  const made = known.get(tile) ?? [tile];
  known.set(tile, made);
  for (let below = made.at(-1) as Uint8Array; below.length >= 64; below = made.at(-1) as Uint8Array) {
    made.push(hashRow(tree, below));
  }
  return made;
}

function hashRow(tree: TreeHash, below: Uint8Array): Uint8Array {
  const row = new Uint8Array(Math.floor(below.length / 64) * 32);
  for (let at = 0; at < row.length; at += 32) {
    tree.pairInto(below.subarray(at * 2, at * 2 + 64), row, at);
  }
  return row;
}

/** The one node over a full tile. */
export function rootOfTile(tree: TreeHash, tile: Uint8Array): Uint8Array {
  let row = tile;
  while (row.length > 32) row = hashRow(tree, row);
  return row;
}

/** Merkle tree hash of a range of a tree of `size`; throws when a tile is missing or too short. */
export function hashOfRange(tree: TreeHash, read: ReadTile, size: number, [start, end]: Range): Uint8Array {
  const range = new CompactRange(tree, start);
  for (const { level, index } of wholeNodes(start, end)) {
    const { ref, first, count } = locate(level, index, size);
    const tile = read(ref);
    if (!tile || tile.length < (first + count) * 32) throw new Error(`tile ${ref.level}/${ref.index} is missing`);
    const row = rowsOf(tree, tile)[level % 8] as Uint8Array;
    range.appendNode(level, row.subarray((first / count) * 32, (first / count) * 32 + 32));
  }
  return range.root();
}
