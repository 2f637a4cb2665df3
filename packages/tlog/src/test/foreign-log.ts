import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findText, isSame } from '../bytes.ts';
import { readCheckpointText } from '../checkpoint.ts';
import { isConsistent } from '../consistency.ts';
import { readBundle } from '../entry-bundle.ts';
import { isIncluded } from '../inclusion.ts';
import { LogEdge } from '../log-edge.ts';
import { folderStore } from '../node/folder-store.ts';
import { sha256Tree as tree } from '../node/native-hash.ts';
import { readNote } from '../note.ts';
import { proveConsistency, proveInclusion, rootFromTiles } from '../prove.ts';
import { findTileRef, tilePath } from '../tile-path.ts';

type Found = [name: string, isRight: boolean];

/** Reads a small log written by another program (all in one tile) and asks of it everything a client asks. */
export async function checkForeignLog(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  const store = folderStore(folder);
  const roots = new Map<number, Uint8Array>();
  for (const file of globSync('checkpoint.*', { cwd: folder })) {
    const note = readNote(await readFile(join(folder, file)));
    const read = note.ok ? readCheckpointText(note.value.text) : note;
    found.push([`${file} reads`, read.ok]);
    if (read.ok) roots.set(read.value.size, read.value.root);
  }
  const last = Math.max(...roots.keys());
  const bundle = readBundle(
    (await store.read(tilePath({ level: 'entries', index: 0, width: last }))) as Uint8Array,
    last,
  );
  const entries = bundle.ok ? bundle.value : [];

  // The same entries through our own writer: every file it makes is byte for byte the one the other program made.
  const edge = new LogEdge(tree);
  for (const [index, entry] of entries.entries()) {
    edge.append(entry);
    const root = roots.get(index + 1);
    found.push([`our root at ${index + 1} is theirs`, root !== undefined && isSame(edge.root(), root)]);
    for (const { path, bytes } of edge.take()) {
      found.push([`our ${path} is theirs`, isSame(bytes, (await store.read(path)) ?? new Uint8Array(0))]);
    }
  }
  for (const path of globSync('tile/**/*', { cwd: folder, withFileTypes: false })) {
    if (/\.p\/\d+$/.test(path)) found.push([`${path} is a tile path`, findTileRef(path) !== undefined]);
  }
  for (const [size, root] of roots) {
    const rebuilt = await rootFromTiles(store, tree, size);
    found.push([`root of ${size} from their tiles`, rebuilt.ok && isSame(rebuilt.value, root)]);
    for (let index = 0; index < size; index++) {
      const proof = await proveInclusion(store, tree, index, size);
      const claim = { index, size, leaf: tree.leaf(entries[index] as Uint8Array), root };
      found.push([`inclusion ${index} in ${size}`, proof.ok && isIncluded(tree, { ...claim, proof: proof.value })]);
    }
    for (const [to, toRoot] of roots) {
      if (size === 0 || to < size) continue;
      const proof = await proveConsistency(store, tree, size, to);
      const claim = { from: size, to, fromRoot: root, toRoot };
      found.push([`consistency ${size} to ${to}`, proof.ok && isConsistent(tree, { ...claim, proof: proof.value })]);
      const forked = { ...claim, fromRoot: tree.leaf(root) };
      found.push([
        `a fork at ${size} is refused`,
        !(proof.ok && isConsistent(tree, { ...forked, proof: proof.value })),
      ]);
    }
  }
  found.push(['their checkpoint is text', findText((await store.read('checkpoint')) as Uint8Array) !== undefined]);
  return found;
}
