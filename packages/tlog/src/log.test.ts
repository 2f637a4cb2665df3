import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateEd25519KeyPair } from '@zhengtong/crypto';
import { toBytes } from './bytes.ts';
import { readCheckpointText } from './checkpoint.ts';
import { CompactRange } from './compact-range.ts';
import { isConsistent } from './consistency.ts';
import { isIncluded } from './inclusion.ts';
import { openLog } from './log.ts';
import { checkSignature } from './node/check-signature.ts';
import { folderStore } from './node/folder-store.ts';
import { sha256Tree as tree } from './node/native-hash.ts';
import { ed25519Signer } from './node/signers.ts';
import { readNote } from './note.ts';
import { proveConsistency, proveInclusion, rootFromTiles } from './prove.ts';
import { memoryStore, type TlogStore } from './store.ts';

const origin = 'log.example/1';
const signer = ed25519Signer(origin, generateEd25519KeyPair().privateKey);
const open = (store: TlogStore) => openLog({ store, tree, origin, signers: [signer], check: checkSignature });
const entry = (i: number): Uint8Array => toBytes(`entry ${i}`);

function rootOf(size: number): Uint8Array {
  const range = new CompactRange(tree);
  for (let i = 0; i < size; i++) range.append(tree.leaf(entry(i)));
  return range.root();
}

function checkpointOf(note: string) {
  const read = readNote(note);
  const checkpoint = read.ok ? readCheckpointText(read.value.text) : read;
  assert.ok(checkpoint.ok);
  return checkpoint.value;
}

test('a log closed and opened at any size goes on as if it had never been closed', async () => {
  const store = memoryStore();
  for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 700, 65_536, 65_537, 70_000]) {
    const log = await open(store);
    while (log.size < size) log.append(entry(log.size));
    const { size: published, root } = checkpointOf(await log.publish());
    assert.equal(published, size);
    if (size < 1000 || size === 70_000) assert.deepEqual(root, rootOf(size));
    const fromTiles = await rootFromTiles(store, tree, size);
    assert.deepEqual(fromTiles.ok && fromTiles.value, root);
  }
});

test('proofs made from tiles hold, also where only the full tile is left', async () => {
  const store = memoryStore();
  const log = await open(store);
  const roots = new Map<number, Uint8Array>();
  for (const size of [1, 200, 300, 1000]) {
    while (log.size < size) log.append(entry(log.size));
    roots.set(size, checkpointOf(await log.publish()).root);
  }
  for (const path of store.files.keys()) if (/tile\/0\/00[0-2]\.p/.test(path)) store.files.delete(path);
  for (const [size, root] of roots) {
    for (const index of [0, size >> 1, size - 1]) {
      const proof = await proveInclusion(store, tree, index, size);
      assert.ok(proof.ok && isIncluded(tree, { index, size, leaf: tree.leaf(entry(index)), proof: proof.value, root }));
    }
    const proof = await proveConsistency(store, tree, size, 1000);
    const claim = { from: size, to: 1000, fromRoot: root, toRoot: roots.get(1000) as Uint8Array };
    assert.ok(proof.ok && isConsistent(tree, { ...claim, proof: proof.value }));
  }
});

test('a write that fails is made good by the next publish', async () => {
  const store = memoryStore();
  let isBroken = true;
  const log = await open({
    ...store,
    write: (files) => (isBroken ? Promise.reject(new Error('disk full')) : store.write(files)),
  });
  while (log.size < 600) log.append(entry(log.size));
  await assert.rejects(log.publish(), /disk full/);
  isBroken = false;
  log.append(entry(600));
  await log.publish();
  assert.equal((await open(store)).size, 601);
});

test('a log whose tiles do not give its signed root does not open', async () => {
  const store = memoryStore();
  const log = await open(store);
  for (let i = 0; i < 5; i++) log.append(entry(i));
  await log.publish();
  const tile = store.files.get('tile/0/000.p/5') as Uint8Array;
  tile[0] = (tile[0] as number) ^ 1;
  await assert.rejects(open(store), /do not give the root/);
  store.files.delete('tile/0/000.p/5');
  await assert.rejects(open(store), /missing or damaged/);
});

test('a log in a folder is what a static web server can publish, without leftovers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tlog-'));
  const log = await open(folderStore(folder));
  for (let i = 0; i < 300; i++) log.append(entry(i));
  await log.publish();
  assert.equal((await open(folderStore(folder))).size, 300);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  assert.deepEqual(files.map(({ name }) => name).sort(), ['000', '000', '1', '44', '44', 'checkpoint']);
  await assert.rejects(folderStore(folder).read('../../etc/passwd'), /leads out/);
  rmSync(folder, { recursive: true });
});
