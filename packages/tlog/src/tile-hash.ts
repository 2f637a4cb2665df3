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

/** Hashes runs of 1, 2, 4 … 256 neighbouring hashes up to the node over them. */
export function foldTile(tree: TreeHash, hashes: Uint8Array, first: number, count: number): Uint8Array {
  if (count === 1) return hashes.subarray(first * 32, first * 32 + 32);
  let row: Uint8Array[] = [];
  for (let i = first; i < first + count; i += 2) {
    row.push(tree.node(hashes.subarray(i * 32, i * 32 + 32), hashes.subarray(i * 32 + 32, i * 32 + 64)));
  }
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(tree.node(row[i] as Uint8Array, row[i + 1] as Uint8Array));
    row = above;
  }
  return row[0] as Uint8Array;
}

/** Merkle tree hash of a range of a tree of `size`; throws when a tile is missing or too short. */
export function hashOfRange(tree: TreeHash, read: ReadTile, size: number, [start, end]: Range): Uint8Array {
  const range = new CompactRange(tree, start);
  for (const { level, index } of wholeNodes(start, end)) {
    const { ref, first, count } = locate(level, index, size);
    const tile = read(ref);
    if (!tile || tile.length < (first + count) * 32) throw new Error(`tile ${ref.level}/${ref.index} is missing`);
    range.appendNode(level, foldTile(tree, tile, first, count));
  }
  return range.root();
}
