import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { toBytes } from './bytes.ts';
import { CompactRange } from './compact-range.ts';
import { isConsistent, isConsistentSubtree } from './consistency.ts';
import { isIncluded, isIncludedInSubtree, isSubtree } from './inclusion.ts';
import { sha256Tree as tree } from './node/native-hash.ts';
import { consistencyRanges, inclusionRanges, type Range, subtreeConsistencyRanges } from './ranges.ts';
import { type ProofCase, proofHolds } from './test/proof-case.ts';

const leaves = Array.from({ length: 70 }, (_, i) => tree.leaf(toBytes(`leaf ${i}`)));

/** Merkle tree hash straight from the words of RFC 6962 §2.1, slow and plain: the measure of everything else. */
const known = new Map<string, Uint8Array>();
function plainHash(start: number, end: number): Uint8Array {
  const made = known.get(`${start} ${end}`) ?? hashAfresh(start, end);
  known.set(`${start} ${end}`, made);
  return made;
}
function hashAfresh(start: number, end: number): Uint8Array {
  if (end === start) return tree.empty;
  if (end - start === 1) return leaves[start] as Uint8Array;
  let k = 1;
  while (k * 2 < end - start) k *= 2;
  return tree.node(plainHash(start, start + k), plainHash(start + k, end));
}
const hashes = (ranges: readonly Range[]): Uint8Array[] => ranges.map(([start, end]) => plainHash(start, end));

test('every leaf of every tree up to 70 is proved, and no other leaf passes with its proof', () => {
  for (let size = 1; size <= 70; size++) {
    const root = plainHash(0, size);
    for (let index = 0; index < size; index++) {
      const proof = hashes(inclusionRanges(index, size));
      const leaf = leaves[index] as Uint8Array;
      assert.ok(isIncluded(tree, { index, size, leaf, proof, root }));
      assert.ok(!isIncluded(tree, { index: (index + 1) % (size + 1), size, leaf, proof, root }) || size === 1);
      assert.ok(!isIncluded(tree, { index, size, leaf: root, proof, root }) || size === 1);
      assert.ok(!isIncluded(tree, { index, size, leaf, proof: [...proof, root], root }));
    }
  }
});

test('each tree up to 70 is proved to extend each smaller one, and to extend no fork of it', () => {
  for (let to = 1; to <= 70; to++) {
    for (let from = 1; from <= to; from++) {
      const proof = hashes(consistencyRanges(from, to));
      const claim = { from, to, fromRoot: plainHash(0, from), toRoot: plainHash(0, to), proof };
      assert.ok(isConsistent(tree, claim), `${from} to ${to}`);
      assert.ok(!isConsistent(tree, { ...claim, fromRoot: tree.leaf(claim.fromRoot) }));
      assert.ok(!isConsistent(tree, { ...claim, toRoot: tree.leaf(claim.toRoot) }));
    }
  }
});

test('nothing is proved to grow from an empty tree', () => {
  assert.ok(!isConsistent(tree, { from: 0, to: 3, fromRoot: tree.empty, toRoot: plainHash(0, 3), proof: [] }));
  assert.ok(isConsistent(tree, { from: 0, to: 0, fromRoot: tree.empty, toRoot: tree.empty, proof: [] }));
});

test('every subtree of a tree of 33 is proved to be part of it, with its leaves', () => {
  const size = 33;
  for (let start = 0; start < size; start++) {
    for (let end = start + 1; end <= size; end++) {
      if (!isSubtree(start, end)) continue;
      const nodeHash = plainHash(start, end);
      const proof = hashes(subtreeConsistencyRanges(start, end, size));
      assert.ok(
        isConsistentSubtree(tree, { start, end, size, nodeHash, root: plainHash(0, size), proof }),
        `${start} ${end}`,
      );
      const inner = hashes(inclusionRanges(0, end - start).map(([a, b]) => [a + start, b + start] as Range));
      const leaf = leaves[start] as Uint8Array;
      assert.ok(isIncludedInSubtree(tree, { index: start, start, end, leaf, proof: inner, root: nodeHash }));
    }
  }
});

test('a changed hash anywhere in a proof is refused', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 70 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
      (size, a, b, bit) => {
        const index = a % size;
        const proof = hashes(inclusionRanges(index, size)).map((hash) => Uint8Array.from(hash));
        const changed = proof[b % proof.length] as Uint8Array;
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        const leaf = leaves[index] as Uint8Array;
        assert.ok(!isIncluded(tree, { index, size, leaf, proof, root: plainHash(0, size) }));
      },
    ),
  );
});

test('a compact range appended leaf by leaf, or range by range, has the root of the plain tree', () => {
  for (let size = 0; size <= 70; size++) {
    const whole = new CompactRange(tree);
    for (let i = 0; i < size; i++) whole.append(leaves[i] as Uint8Array);
    assert.deepEqual(whole.root(), plainHash(0, size));
    const middle = Math.floor(size / 3);
    const [left, right] = [new CompactRange(tree), new CompactRange(tree, middle)];
    for (let i = 0; i < size; i++) (i < middle ? left : right).append(leaves[i] as Uint8Array);
    left.appendRange(right);
    assert.deepEqual(left.root(), whole.root());
    assert.deepEqual(left.hashes, whole.hashes);
  }
});

test('the proofs of transparency-dev/merkle are judged as that suite asks', (t) => {
  const folder = join(import.meta.dirname, '../../../../shared/conformance/rfc6962-merkle/testdata');
  if (!existsSync(folder)) return t.skip('no ../shared/conformance/rfc6962-merkle');
  for (const file of globSync('**/*.json', { cwd: folder })) {
    const one = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProofCase;
    assert.equal(proofHolds(tree, file, one), !one.wantErr, file);
  }
});
