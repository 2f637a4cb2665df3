import { ok, type Result, refuse } from '@zhengtong/kernel';
import { consistencyRanges, inclusionRanges, type Range, subtreeConsistencyRanges } from './ranges.ts';
import type { TlogStore } from './store.ts';
import { hashOfRange, tilesOfRanges } from './tile-hash.ts';
import { fullWidth, type TileRef, tilePath } from './tile-path.ts';
import type { TreeHash } from './tree-hash.ts';

export type TileMissing = { kind: 'tile-missing'; path: string };
export type Reader = Pick<TlogStore, 'read'>;

/** A partial tile may have been deleted once its full one stands (C2SP tlog-tiles), so the full one is the second try. */
export async function readTile(store: Reader, ref: TileRef): Promise<Uint8Array | undefined> {
  const tile = await store.read(tilePath(ref));
  if (tile ?? ref.width === fullWidth) return tile;
  return store.read(tilePath({ ...ref, width: fullWidth }));
}

async function hashRanges(
  store: Reader,
  tree: TreeHash,
  size: number,
  ranges: readonly Range[],
): Promise<Result<Uint8Array[], TileMissing>> {
  const refs = tilesOfRanges(ranges, size);
  const read = await Promise.all(refs.map((ref) => readTile(store, ref)));
  const tiles = new Map<string, Uint8Array>();
  for (const [i, ref] of refs.entries()) {
    const tile = read[i];
    if (!tile || tile.length < ref.width * 32) return refuse({ kind: 'tile-missing', path: tilePath(ref) });
    tiles.set(`${ref.level}/${ref.index}`, tile);
  }
  return ok(ranges.map((range) => hashOfRange(tree, (ref) => tiles.get(`${ref.level}/${ref.index}`), size, range)));
}

/**
 * The inclusion proof of leaf `index` in the tree of `size`, made from tiles. Nothing is checked against a root:
 * whoever reads tiles from a stranger runs the proof through `isIncluded`.
 */
export const proveInclusion = (store: Reader, tree: TreeHash, index: number, size: number) =>
  hashRanges(store, tree, size, inclusionRanges(index, size));

/** The proof that the tree of `to` extends that of `from`; made from tiles of the larger tree. */
export const proveConsistency = (store: Reader, tree: TreeHash, from: number, to: number) =>
  hashRanges(store, tree, to, consistencyRanges(from, to));

/** The proof that subtree [start, end) is part of the tree of `size`. */
export const proveSubtree = (store: Reader, tree: TreeHash, start: number, end: number, size: number) =>
  hashRanges(store, tree, size, subtreeConsistencyRanges(start, end, size));

/** The root of the tree of `size`, recomputed from its tiles. */
export async function rootFromTiles(
  store: Reader,
  tree: TreeHash,
  size: number,
): Promise<Result<Uint8Array, TileMissing>> {
  if (size === 0) return ok(tree.empty);
  const hashes = await hashRanges(store, tree, size, [[0, size]]);
  return hashes.ok ? ok(hashes.value[0] as Uint8Array) : hashes;
}
