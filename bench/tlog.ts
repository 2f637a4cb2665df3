// `npm run bench -- tlog [leaves] [--map N]`: what a log of ours does in one thread, beside the bare hashing it cannot beat.
// Map sizes are measured: 1,000,000 keys with every hash; 100,000,000 by the exact shape of a map of random keys.
import { hash, randomBytes } from 'node:crypto';
import { generateEd25519KeyPair, generateSm2KeyPair } from '@zhengtong/crypto';
import {
  type CheckSignature,
  checkTlogProof,
  findMapAnswer,
  isIncluded,
  KeyMap,
  LogEdge,
  memoryStore,
  openLog,
  proveConsistency,
  proveInclusion,
  readPolicy,
  toBytes,
  writeTlogProof,
  writeVkey,
} from '@zhengtong/tlog';
import { checkSignature, ed25519Signer, sha256, sm2Signer, sha256Tree as tree } from '@zhengtong/tlog/node';
import { measureMapShape } from '@zhengtong/tlog/test';

export const summary = 'tlog：追加、重建、证明、完整性映射 · append, rebuild, proofs, completeness map';

type Figure = { name: string; figure: number; unit: string; limit: number | null; ratio: number | null };
const figures: Figure[] = [];

function note(name: string, figure: number, unit: string, limit: number | null = null): void {
  const ratio = limit === null ? null : Number((figure / limit).toFixed(3));
  figures.push({
    name,
    figure: Math.round(figure * 10) / 10,
    unit,
    limit: limit === null ? null : Math.round(limit),
    ratio,
  });
  const beside = limit === null ? '' : `  （极限 limit ${Math.round(limit).toLocaleString('en')}，比 ratio ${ratio}）`;
  console.log(
    `  ${name.padEnd(42)} ${(Math.round(figure * 10) / 10).toLocaleString('en').padStart(14)} ${unit}${beside}`,
  );
}

function perSecond(count: number, work: () => void): number {
  const started = performance.now();
  work();
  return (count / (performance.now() - started)) * 1000;
}

/** Two hashes a leaf, one of the entry and one of a node, asked of OpenSSL and thrown away: the ceiling of any append. */
function bareHashing(count: number, entryBytes: number): number {
  const [entry, node] = [Buffer.alloc(entryBytes + 1, 7), Buffer.alloc(65, 1)];
  return perSecond(count, () => {
    for (let i = 0; i < count; i++) {
      hash('sha256', entry, 'binary');
      hash('sha256', node, 'binary');
    }
  });
}

const entriesOf = (count: number, bytes: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => {
    const entry = new Uint8Array(bytes);
    new DataView(entry.buffer).setUint32(0, i);
    return entry;
  });

async function benchAppend(count: number): Promise<void> {
  const limit = bareHashing(300_000, 256);
  const entries = entriesOf(count, 256);
  // The first hundred thousand are the compiler's.
  const early = new LogEdge(tree);
  for (let i = 0; i < 100_000; i++) early.append(entries[i % entries.length] as Uint8Array);
  const edge = new LogEdge(tree);
  const store = memoryStore();
  // Every entry, tile and bundle made and stored, a checkpoint's root each 1,024 leaves, as a sequencer would ask.
  const started = performance.now();
  const cpu = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    edge.append(entries[i] as Uint8Array);
    if (i % 1024 === 1023) {
      edge.root();
      await store.write(edge.take());
    }
  }
  note('append 256 B, root and tiles each 1,024', (count / (performance.now() - started)) * 1000, '1/s', limit);
  // On a machine shared with others the wall clock measures them as well.
  const { user, system } = process.cpuUsage(cpu);
  note('the same per second of processor time', (count / (user + system)) * 1_000_000, '1/s');
}

async function benchRebuild(count: number): Promise<void> {
  const limit = bareHashing(300_000, 64);
  const edge = new LogEdge(tree);
  const store = memoryStore();
  const entry = new Uint8Array(64);
  const view = new DataView(entry.buffer);
  const started = performance.now();
  for (let i = 0; i < count; i++) {
    view.setUint32(0, i);
    edge.append(entry.slice());
    // Bundles are dropped, tiles kept, as a rebuild from the database's rows does.
    if (i % 65_536 === 65_535) await store.write(edge.take().filter(({ path }) => !path.includes('entries')));
  }
  edge.root();
  const seconds = (performance.now() - started) / 1000;
  note(`rebuild of ${count.toLocaleString('en')} leaves of 64 B`, seconds, 's');
  note('rebuild', count / seconds, '1/s', limit);
  console.log(`    瓦片 tiles ${store.files.size}，内存 memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
}

async function benchProofs(): Promise<void> {
  const size = 1_000_000;
  const origin = 'log.example/bench';
  const own = [
    ed25519Signer(origin, generateEd25519KeyPair().privateKey),
    sm2Signer(origin, generateSm2KeyPair().privateKey),
  ];
  const store = memoryStore();
  const log = await openLog({ store, tree, origin, signers: own, check: checkSignature });
  for (const entry of entriesOf(size, 64)) log.append(entry);
  const checkpoint = await log.publish();
  const policy = readPolicy(sha256, `${own.map(({ key }) => `log ${writeVkey(key)}`).join('\n')}\nquorum none\n`);
  if (!policy.ok) throw new Error(policy.refusal.reason);
  const proofs: { index: number; hashes: readonly Uint8Array[] }[] = [];
  const rounds = 2000;
  let started = performance.now();
  for (let i = 0; i < rounds; i++) {
    const proof = await proveInclusion(store, tree, (i * 499_979) % size, size);
    if (proof.ok) proofs.push({ index: (i * 499_979) % size, hashes: proof.value });
  }
  note('inclusion proof built from tiles, 1 M leaves', (rounds / (performance.now() - started)) * 1000, '1/s');
  started = performance.now();
  for (let i = 1; i <= rounds; i++) await proveConsistency(store, tree, (i * 499_979) % size || 1, size);
  note('consistency proof built from tiles', (rounds / (performance.now() - started)) * 1000, '1/s');
  const root = Buffer.from(checkpoint.split('\n')[2] as string, 'base64');
  const leafOf = (index: number) => tree.leaf(entryAt(index));
  const nodes = proofs[0]?.hashes.length ?? 20;
  const limit = bareHashing(200_000, 64) / (nodes / 2);
  const rate = perSecond(proofs.length * 10, () => {
    for (let round = 0; round < 10; round++) {
      for (const { index, hashes } of proofs) {
        if (!isIncluded(tree, { index, size, leaf: leafOf(index), proof: hashes, root }))
          throw new Error('a proof fails');
      }
    }
  });
  note(`inclusion proof checked (${nodes} hashes)`, rate, '1/s', limit);
  const files = proofs
    .slice(0, 300)
    .map((proof) => ({ leaf: leafOf(proof.index), file: writeTlogProof({ ...proof, checkpoint }) }));
  const checkFiles = (check: CheckSignature) =>
    perSecond(files.length, () => {
      for (const { leaf, file } of files) {
        if (!checkTlogProof({ tree, check, policy: policy.value }, leaf, file).ok)
          throw new Error('a proof file fails');
      }
    });
  note('tlog-proof file checked, Ed25519 and SM2 lines', checkFiles(checkSignature), '1/s');
  note('size of such a file', toBytes(files[0]?.file ?? '').length, 'B');
}

function entryAt(index: number): Uint8Array {
  const entry = new Uint8Array(64);
  new DataView(entry.buffer).setUint32(0, index);
  return entry;
}

function benchMap(count: number): void {
  const bits = Math.max(4, Math.round(Math.log2(count)) - 6);
  const map = new KeyMap(sha256, bits);
  const value = new Uint8Array(40);
  const keys = Array.from({ length: count }, (_, i) => sha256(toBytes(`subject ${i}`)));
  const started = performance.now();
  for (const key of keys) map.set(key, value);
  const root = map.root();
  note(`map of ${count.toLocaleString('en')} keys built and hashed`, (performance.now() - started) / 1000, 's');
  const sample = keys.filter((_, i) => i % Math.ceil(count / 20_000) === 0);
  const lengths: number[] = [];
  const rate = perSecond(sample.length, () => {
    for (const key of sample) {
      const proof = map.prove(key);
      lengths.push(proof.siblings.filter((hash) => hash.some((byte) => byte !== 0)).length);
      const answer = findMapAnswer(sha256, key, proof);
      if (!answer?.value || !Buffer.from(answer.root).equals(root)) throw new Error('a map proof fails');
    }
  });
  note('map proof built and checked', rate, '1/s');
  sayLengths(`${count.toLocaleString('en')} keys, measured`, lengths);
  const updates = keys.slice(0, 20_000);
  note(
    'keys updated in batches of 1,000, root each',
    perSecond(updates.length, () => {
      for (let i = 0; i < updates.length; i++) {
        map.set(updates[i] as Uint8Array, randomBytes(40));
        if (i % 1000 === 999) map.root();
      }
    }),
    '1/s',
  );
}

/** 32 bytes a neighbour, the value of 40 and a bit a fork; an absent key may add another key's 32. */
const bytesOf = (hashes: number): number => hashes * 32 + 40 + Math.ceil(hashes / 8);

function sayLengths(name: string, lengths: readonly number[]): void {
  const sorted = lengths.toSorted((a, b) => a - b);
  const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
  note(`map proof mean, ${name}`, bytesOf(mean), 'B');
  note(`map proof 99.9 %, ${name}`, bytesOf(sorted[Math.floor(sorted.length * 0.999)] as number), 'B');
  note(`map proof longest, ${name}`, bytesOf(sorted.at(-1) as number), 'B');
}

export async function run(args: string[]): Promise<number> {
  const leaves = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 10_000_000);
  figures.length = 0;
  await benchAppend(1_000_000);
  await benchProofs();
  await benchRebuild(leaves);
  benchMap(1_000_000);
  // The count by shape is trusted because at a million keys it gives what was measured above.
  note('map proof mean, 1,000,000 keys, by shape', bytesOf(measureMapShape(1_000_000).mean), 'B');
  const shape = measureMapShape(100_000_000);
  console.log(
    `    一亿把钥匙：按随机钥匙的映射形状逐一计量，未逐一散列（${shape.seconds.toFixed(0)} s）· shape counted key by key, nothing hashed`,
  );
  note('map proof mean, 100,000,000 keys, by shape', bytesOf(shape.mean), 'B');
  note('map proof 99.9 %, 100,000,000 keys, by shape', bytesOf(shape.most999), 'B');
  note('map proof longest, 100,000,000 keys, by shape', bytesOf(shape.longest), 'B');
  console.log(JSON.stringify({ bench: 'tlog', figures }));
  return 0;
}
