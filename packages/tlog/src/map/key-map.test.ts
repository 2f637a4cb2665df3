import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toBytes } from '../bytes.ts';
import { openLog } from '../log.ts';
import { nodeParts, sha256, sha256Tree as tree } from '../node/index.ts';
import { proveInclusion } from '../prove.ts';
import { memoryStore } from '../store.ts';
import { makeKeys, testOrigin } from '../test/keys.ts';
import { cosigned, testTime } from '../test/world.ts';
import { writeTlogProof } from '../tlog-proof.ts';
import { KeyMap } from './key-map.ts';
import { findMapAnswer } from './map-proof.ts';
import { type ListedEntry, SubjectList } from './subject-list.ts';
import { SubjectMap } from './subject-map.ts';
import { checkWholeProof, mapRootEntry, readWholeProof, writeWholeProof } from './whole-proof.ts';

const keyOf = (name: string) => sha256(toBytes(name));
const sampleValue = (n: number) => Uint8Array.from({ length: 40 }, () => n & 255);

function mapOf(names: readonly string[], bits: number): KeyMap {
  const map = new KeyMap(sha256, bits);
  for (const [i, name] of names.entries()) map.set(keyOf(name), sampleValue(i));
  return map;
}

test('the root depends on the keys and values alone, not on their order or the number of buckets', () => {
  const names = Array.from({ length: 200 }, (_, i) => `s${i}`);
  const root = mapOf(names, 0).root();
  for (const bits of [1, 4, 8, 12]) assert.deepEqual(mapOf(names, bits).root(), root);
  const backwards = new KeyMap(sha256, 4);
  for (const [i, name] of [...names.entries()].reverse()) {
    backwards.set(keyOf(name), sampleValue(99));
    backwards.root();
    backwards.set(keyOf(name), sampleValue(i));
  }
  assert.deepEqual(backwards.root(), root);
});

test('every key is proved with its value and every other key is proved absent', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 40 }), fc.nat(7), (some, bits) => {
      const map = mapOf(some.map(String), bits);
      const root = map.root();
      for (let n = 0; n <= 60; n++) {
        const answer = findMapAnswer(sha256, keyOf(String(n)), map.prove(keyOf(String(n))));
        assert.deepEqual(answer?.root, root);
        const at = some.indexOf(n);
        assert.deepEqual(answer?.value, at < 0 ? undefined : sampleValue(at));
      }
    }),
    { numRuns: 60 },
  );
});

test('a proof changed in any bit leads to another root or to none', () => {
  const map = mapOf(
    Array.from({ length: 50 }, (_, i) => `s${i}`),
    3,
  );
  const key = keyOf('s7');
  const proof = map.prove(key);
  for (let at = 0; at < proof.siblings.length; at++) {
    const siblings = proof.siblings.map((one) => Uint8Array.from(one));
    (siblings[at] as Uint8Array)[3] = ((siblings[at] as Uint8Array)[3] as number) ^ 1;
    assert.notDeepEqual(findMapAnswer(sha256, key, { ...proof, siblings })?.root, map.root());
  }
  assert.notDeepEqual(findMapAnswer(sha256, key, { siblings: proof.siblings })?.root, map.root());
  const end = { key, value: sampleValue(8) };
  assert.notDeepEqual(findMapAnswer(sha256, key, { ...proof, end })?.root, map.root());
});

async function makeWhole() {
  const { logSigners, witnesses, policy } = makeKeys();
  const store = memoryStore();
  const log = await openLog({ store, tree, origin: testOrigin, signers: logSigners, check: nodeParts.check });
  const lists = new Map<string, { list: SubjectList; entries: ListedEntry[] }>();
  for (let i = 0; i < 60; i++) {
    const name = `subject ${i % 7}`;
    const entry = toBytes(`${name} was looked up, ${i}`);
    const row = lists.get(name) ?? { list: new SubjectList(tree), entries: [] };
    const listed = { index: log.append(entry), leaf: tree.leaf(entry) };
    row.list.add(listed);
    row.entries.push(listed);
    lists.set(name, row);
  }
  const map = new KeyMap(sha256, 2);
  for (const [name, { list }] of lists) map.set(keyOf(name), list.value());
  const covers = log.size;
  const index = log.append(mapRootEntry(covers, map.root()));
  const checkpoint = await cosigned(await log.publish(), witnesses, testTime);
  const hashes = await proveInclusion(store, tree, index, log.size);
  assert.ok(hashes.ok);
  const proof = writeTlogProof({ index, hashes: hashes.value, checkpoint });
  const wholeOf = (name: string) => writeWholeProof({ key: keyOf(name), covers, path: map.prove(keyOf(name)), proof });
  const check = (file: string, entries: ListedEntry[]) =>
    checkWholeProof({ hash: sha256, ...nodeParts, policy }, file, entries);
  return { lists, wholeOf, check };
}

test('an auditor who replays the log finds the published root, and another where a row was kept back', () => {
  const replay = (kept: (i: number) => boolean): Uint8Array => {
    const map = new SubjectMap(sha256, tree, 3);
    for (let i = 0; i < 100; i++) {
      if (kept(i)) map.add(keyOf(`s${i % 9}`), { index: i, leaf: tree.leaf(toBytes(`entry ${i}`)) });
    }
    return map.root();
  };
  const published = replay(() => true);
  assert.deepEqual(
    replay(() => true),
    published,
  );
  for (const hidden of [0, 42, 99])
    assert.notDeepEqual(
      replay((i) => i !== hidden),
      published,
    );
  const map = new SubjectMap(sha256, tree);
  map.add(keyOf('a'), { index: 5, leaf: tree.empty });
  assert.throws(() => map.add(keyOf('b'), { index: 5, leaf: tree.empty }), /comes after/);
});

test('a list with every entry is proved whole, one with a row hidden, changed or moved is not', async () => {
  const { lists, wholeOf, check } = await makeWhole();
  const file = wholeOf('subject 3');
  const entries = lists.get('subject 3')?.entries as ListedEntry[];
  assert.ok(check(file, entries).ok);
  const kindOf = (some: ListedEntry[]) => {
    const checked = check(file, some);
    return checked.ok ? '' : checked.refusal.kind;
  };
  for (let i = 0; i < entries.length; i++) assert.equal(kindOf(entries.toSpliced(i, 1)), 'list-differs');
  assert.equal(kindOf(entries.with(1, { ...(entries[1] as ListedEntry), leaf: tree.empty })), 'list-differs');
  assert.equal(kindOf(entries.toReversed()), 'list-out-of-order');
});

test('a subject never looked up is proved to have an empty list', async () => {
  const { wholeOf, check } = await makeWhole();
  assert.ok(check(wholeOf('nobody'), []).ok);
  assert.equal(check(wholeOf('subject 1'), []).ok, false);
});

test('a whole-proof reads back to what was written and does not serve another subject', async () => {
  const { lists, wholeOf, check } = await makeWhole();
  const read = readWholeProof(wholeOf('subject 2'));
  assert.ok(read.ok);
  const entries = lists.get('subject 2')?.entries as ListedEntry[];
  const stolen = writeWholeProof({ ...read.value, key: keyOf('subject 4') });
  assert.equal(check(stolen, entries).ok, false);
  assert.equal(readWholeProof(wholeOf('subject 2').replace('covers 60', 'covers 060')).ok, false);
  assert.equal(check(wholeOf('subject 2').replace('covers 60', 'covers 59'), entries).ok, false);
});
