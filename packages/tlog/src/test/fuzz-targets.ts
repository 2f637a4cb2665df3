import { findBase64, toBase64 } from '../base64.ts';
import { findText, toBytes } from '../bytes.ts';
import { readCheckpointText } from '../checkpoint.ts';
import { readBundle, writeBundle } from '../entry-bundle.ts';
import { KeyMap } from '../map/key-map.ts';
import { readWholeProof, writeWholeProof } from '../map/whole-proof.ts';
import { nodeParts, sha256 } from '../node/index.ts';
import { readNote, writeNote } from '../note.ts';
import { openNote } from '../open-note.ts';
import { readPolicy } from '../policy.ts';
import { inspectReceipt } from '../receipt/inspect-receipt.ts';
import { readTrust } from '../receipt/trust.ts';
import { findTileRef, tilePath } from '../tile-path.ts';
import { checkTlogProof, readTlogProof, writeTlogProof } from '../tlog-proof.ts';
import { readVkey, writeVkey } from '../vkey.ts';
import { readAddCheckpoint, writeAddCheckpoint } from '../witness/add-checkpoint.ts';
import type { randomFrom } from './random.ts';
import { makeWorld } from './world.ts';

type Random = ReturnType<typeof randomFrom>;
export type Seeds = Awaited<ReturnType<typeof makeSeeds>>;
/** Damages a seed (by default anywhere) and says what of the outcome breaks our word; also whether the parser took it. */
export type Target = {
  make: (seeds: Seeds, random: Random) => Uint8Array;
  check: (seeds: Seeds, input: Uint8Array) => { reads: boolean; trouble?: string };
};

const now = Date.parse('2026-11-24T00:00:00Z');

export async function makeSeeds() {
  const world = await makeWorld(300);
  const trust = readTrust(sha256, world.trust);
  if (!trust.ok) throw new Error('no trust to begin with');
  const { proof, leaf, content } = JSON.parse(world.receipt) as { proof: string; leaf: string; content: string };
  const note = readNote(world.checkpoint);
  if (!note.ok) throw new Error('no note to begin with');
  const map = new KeyMap(sha256, 2);
  for (let i = 0; i < 20; i++) map.set(sha256(Uint8Array.of(i)), new Uint8Array(40).fill(i));
  const key = sha256(Uint8Array.of(7));
  return {
    world,
    trust: trust.value,
    proof,
    leaf: nodeParts.tree.leaf(toBytes(leaf)),
    content,
    keys: world.logSigners.map((signer) => signer.key),
    text: note.value.text,
    whole: writeWholeProof({ key, covers: 300, path: map.prove(key), proof }),
    request: writeAddCheckpoint({ old: 3, proof: [key, key], checkpoint: world.checkpoint }),
    bundle: writeBundle(Array.from({ length: 9 }, (_, i) => new Uint8Array(i * 3))),
  };
}

/** Changes bytes inside one piece of base64 and spells it well again, so that the damage gets past the parser. */
function damageBase64(text: string, random: Random): string {
  const pieces = [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)];
  const piece = pieces[random.below(pieces.length)];
  const bytes = piece && findBase64(piece[0]);
  if (!piece || !bytes) return text;
  const changed = Uint8Array.from(bytes);
  changed[random.below(changed.length)] = random.below(256);
  return text.slice(0, piece.index) + toBase64(changed) + text.slice(piece.index + piece[0].length);
}

/** What reads must write back to the same bytes: one meaning, one spelling. */
const sameBack = (read: boolean, back: () => string | Uint8Array, input: Uint8Array, what: string) => ({
  reads: read,
  ...(read && !Buffer.from(back() as string).equals(input) ? { trouble: `${what} writes back otherwise` } : {}),
});

function checkNote(s: Seeds, input: Uint8Array) {
  const read = readNote(input);
  const opened = openNote(nodeParts.check, s.keys, input);
  if (opened.ok && opened.value.text !== s.text) return { reads: true, trouble: 'a changed note is believed' };
  return sameBack(read.ok, () => (read.ok ? writeNote(read.value) : ''), input, 'a note');
}

function checkProof(s: Seeds, input: Uint8Array) {
  const read = readTlogProof(input);
  const checked = checkTlogProof({ ...nodeParts, policy: s.world.policy }, s.leaf, input);
  const isOurs = checked.ok && checked.value.index === 298 && checked.value.checkpoint.size === 300;
  if (checked.ok && !isOurs) return { reads: true, trouble: 'a changed proof is believed' };
  return sameBack(read.ok, () => (read.ok ? writeTlogProof(read.value) : ''), input, 'a proof');
}

function checkReceipt(s: Seeds, input: Uint8Array) {
  const inspection = inspectReceipt(nodeParts, s.trust, input, now);
  const reads = inspection.steps[0]?.outcome === 'holds';
  const isChanged = inspection.content !== undefined && inspection.content !== s.content;
  return { reads, ...(isChanged ? { trouble: 'a changed receipt shows its content' } : {}) };
}

const anywhere = (seed: (s: Seeds) => string | Uint8Array) => (s: Seeds, random: Random) => {
  const one = seed(s);
  return random.mutate(typeof one === 'string' ? toBytes(one) : one);
};
const inside = (seed: (s: Seeds) => string) => (s: Seeds, random: Random) => toBytes(damageBase64(seed(s), random));

export const targets: Record<string, Target> = {
  note: { make: anywhere((s) => s.world.checkpoint), check: checkNote },
  'note, well spelt': { make: inside((s) => s.world.checkpoint), check: checkNote },
  proof: { make: anywhere((s) => s.proof), check: checkProof },
  'proof, well spelt': { make: inside((s) => s.proof), check: checkProof },
  receipt: { make: anywhere((s) => s.world.receipt), check: checkReceipt },
  'receipt, well spelt': { make: inside((s) => s.world.receipt), check: checkReceipt },
  'whole-proof': {
    make: anywhere((s) => s.whole),
    check(_, input) {
      const read = readWholeProof(input);
      return sameBack(read.ok, () => (read.ok ? writeWholeProof(read.value) : ''), input, 'a whole-proof');
    },
  },
  request: {
    make: anywhere((s) => s.request),
    check(_, input) {
      const read = readAddCheckpoint(input);
      return sameBack(read.ok, () => (read.ok ? writeAddCheckpoint(read.value) : ''), input, 'a request');
    },
  },
  policy: {
    make: anywhere((s) => s.world.policyText),
    check(_, input) {
      const read = readPolicy(sha256, input);
      const names = read.ok
        ? [...read.value.witnesses, ...read.value.groups, { name: 'none' }].map(({ name }) => name)
        : [];
      const isLoose = read.ok && !names.includes(read.value.quorum);
      return { reads: read.ok, ...(isLoose ? { trouble: 'a policy reads whose quorum is nobody' } : {}) };
    },
  },
  trust: {
    make: anywhere((s) => s.world.trust),
    check(_, input) {
      const read = readTrust(sha256, input);
      const isDated = !read.ok || Number.isFinite(read.value.madeAt);
      return { reads: read.ok, ...(isDated ? {} : { trouble: 'a trust file reads that is of no day' }) };
    },
  },
  vkey: {
    make: anywhere((s) => writeVkey(s.world.issuer.key)),
    check(_, input) {
      const read = readVkey(sha256, findText(input) ?? '');
      return sameBack(read.ok, () => (read.ok ? writeVkey(read.value) : ''), input, 'a vkey');
    },
  },
  bundle: {
    make: anywhere((s) => s.bundle),
    check(_, input) {
      const read = readBundle(input, 9);
      return sameBack(read.ok, () => (read.ok ? writeBundle(read.value) : ''), input, 'a bundle');
    },
  },
  'tile path': {
    make: anywhere(() => 'tile/2/x001/x234/067.p/112'),
    check(_, input) {
      const ref = findTileRef(findText(input) ?? '');
      return sameBack(ref !== undefined, () => (ref ? tilePath(ref) : ''), input, 'a tile path');
    },
  },
  checkpoint: {
    make: anywhere((s) => s.text),
    check(_, input) {
      const read = readCheckpointText(findText(input) ?? '');
      const isSized = !read.ok || Number.isSafeInteger(read.value.size);
      return { reads: read.ok, ...(isSized ? {} : { trouble: 'a checkpoint has no size' }) };
    },
  },
};
