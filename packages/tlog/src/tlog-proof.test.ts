import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { browserParts } from './browser/index.ts';
import { toBytes } from './bytes.ts';
import { nodeParts } from './node/index.ts';
import { proveInclusion } from './prove.ts';
import { fuzzTlog } from './test/fuzz.ts';
import { makeWorld } from './test/world.ts';
import { checkTlogProof, readTlogProof, writeTlogProof } from './tlog-proof.ts';

const { store, checkpoint, policy } = await makeWorld(300);
const leafAt = (index: number) => nodeParts.tree.leaf(toBytes(`entry ${index}`));
async function proofOf(index: number): Promise<string> {
  const hashes = await proveInclusion(store, nodeParts.tree, index, 300);
  assert.ok(hashes.ok);
  return writeTlogProof({ extra: toBytes('extra'), index, hashes: hashes.value, checkpoint });
}

test('a proof file is checked alike in Node and in a page', async () => {
  for (const parts of [nodeParts, browserParts]) {
    for (const index of [0, 255, 256, 297]) {
      const checked = checkTlogProof({ ...parts, policy }, leafAt(index), await proofOf(index));
      assert.equal(checked.ok && checked.value.index, index);
    }
  }
});

test('a proof of one entry does not pass for another', async () => {
  const checked = checkTlogProof({ ...nodeParts, policy }, leafAt(8), await proofOf(7));
  assert.equal(checked.ok ? '' : checked.refusal.kind, 'not-included');
});

test('a proof with any part exchanged is refused', async () => {
  const read = readTlogProof(await proofOf(77));
  assert.ok(read.ok);
  const proof = read.value;
  const part = fc.record({ index: fc.nat(299), at: fc.nat(20), bit: fc.nat(255), kind: fc.nat(4) });
  fc.assert(
    fc.property(part, ({ index, at, bit, kind }) => {
      const hashes: Uint8Array[] = proof.hashes.map((hash) => Uint8Array.from(hash));
      const hash = hashes[at % hashes.length] as Uint8Array;
      if (kind === 0) hash[bit >> 3] = (hash[bit >> 3] as number) ^ (1 << (bit & 7));
      else if (kind === 1) hashes.splice(at % hashes.length, 1);
      else if (kind === 2) hashes.splice(at % hashes.length, 0, hash);
      else if (kind === 3) hashes.reverse();
      const changed = { ...proof, hashes, index: kind === 4 ? index : 77 };
      const checked = checkTlogProof({ ...nodeParts, policy }, leafAt(77), writeTlogProof(changed));
      assert.ok(!checked.ok || (kind === 4 && index === 77));
    }),
    { numRuns: 300 },
  );
});

test('a proof file out of shape does not read', async () => {
  const good = await proofOf(5);
  assert.ok(readTlogProof(good).ok);
  const bad = [
    good.replace('v1', 'v2'),
    good.replace('index 5', 'index 05'),
    good.replace('index 5', 'index  5'),
    good.replace('extra ', 'extra\t'),
    good.replace(/extra \S+/, 'extra '),
    good.replace('\nindex 5', ''),
    good.slice(0, -1),
    `\n${good}`,
    good.replace('\n\n', '\n'),
  ];
  for (const file of bad) assert.equal(readTlogProof(file).ok, false, file.slice(0, 80));
});

test('thousands of damaged notes, proofs, policies and bundles neither crash a parser nor are believed', async () => {
  assert.deepEqual((await fuzzTlog(6_500, 990_100)).troubles, []);
});
