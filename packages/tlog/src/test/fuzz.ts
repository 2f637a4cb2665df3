import { generateEd25519KeyPair } from '@zhengtong/crypto';
import { toBytes } from '../bytes.ts';
import { readCheckpointText } from '../checkpoint.ts';
import { readBundle, writeBundle } from '../entry-bundle.ts';
import { openLog } from '../log.ts';
import { checkSignature } from '../node/check-signature.ts';
import { sha256, sha256Tree as tree } from '../node/native-hash.ts';
import { ed25519Signer } from '../node/signers.ts';
import { readNote, writeNote, writeSignatureLine } from '../note.ts';
import { openNote } from '../open-note.ts';
import { readPolicy } from '../policy.ts';
import { proveInclusion } from '../prove.ts';
import { signText } from '../sign-note.ts';
import { memoryStore } from '../store.ts';
import { findTileRef, tilePath } from '../tile-path.ts';
import { checkTlogProof, readTlogProof, writeTlogProof } from '../tlog-proof.ts';
import { readVkey, writeVkey } from '../vkey.ts';
import { randomFrom } from './random.ts';

type Seeds = Awaited<ReturnType<typeof makeSeeds>>;

async function makeSeeds() {
  const origin = 'log.example/fuzz';
  const own = ed25519Signer(origin, generateEd25519KeyPair().privateKey);
  const witness = ed25519Signer('witness.example/w', generateEd25519KeyPair().privateKey, 'cosignature');
  const store = memoryStore();
  const log = await openLog({ store, tree, origin, signers: [own], check: checkSignature });
  const entries = Array.from({ length: 300 }, (_, i) => toBytes(`entry ${i}`));
  for (const entry of entries) log.append(entry);
  const signed = await log.publish();
  const text = signed.slice(0, signed.lastIndexOf('\n\n') + 1);
  const checkpoint = signed + writeSignatureLine(await signText(witness, text, 1_790_000_000));
  const hashes = await proveInclusion(store, tree, 77, 300);
  if (!hashes.ok) throw new Error('no proof to begin with');
  const proof = writeTlogProof({ extra: toBytes('extra'), index: 77, hashes: hashes.value, checkpoint });
  const policyText = `# p\nlog ${writeVkey(own.key)} https://log.example\nwitness w ${writeVkey(witness.key)}\ngroup g 1 w\nquorum g\n`;
  const policy = readPolicy(sha256, policyText);
  if (!policy.ok) throw new Error('no policy to begin with');
  const leaf = tree.leaf(entries[77] as Uint8Array);
  return {
    origin,
    own,
    text,
    checkpoint,
    proof,
    policyText,
    policy: policy.value,
    leaf,
    bundle: writeBundle(entries.slice(0, 9)),
  };
}

/** What every kind of input must keep; answers what went wrong, or nothing. */
const targets: Record<
  string,
  { seed: (s: Seeds) => Uint8Array; check: (s: Seeds, input: Uint8Array) => string | undefined }
> = {
  note: {
    seed: (s) => toBytes(s.checkpoint),
    check(s, input) {
      const read = readNote(input);
      // One note, one spelling: what reads must write back to the same bytes.
      if (read.ok && !Buffer.from(writeNote(read.value)).equals(input)) return 'a note reads but writes back otherwise';
      const opened = openNote(checkSignature, [s.own.key], input);
      return opened.ok && opened.value.text !== s.text ? 'a changed note is believed' : undefined;
    },
  },
  proof: {
    seed: (s) => toBytes(s.proof),
    check(s, input) {
      const read = readTlogProof(input);
      if (read.ok && !Buffer.from(writeTlogProof(read.value)).equals(input))
        return 'a proof reads but writes back otherwise';
      const checked = checkTlogProof({ tree, check: checkSignature, policy: s.policy }, s.leaf, input);
      const isOurs = checked.ok && checked.value.index === 77 && checked.value.checkpoint.size === 300;
      return checked.ok && !isOurs ? 'a changed proof is believed' : undefined;
    },
  },
  policy: {
    seed: (s) => toBytes(s.policyText),
    check(_, input) {
      const read = readPolicy(sha256, input);
      const isNamed = !read.ok || read.value.quorum === 'none' || /^[^ \t\n]+$/.test(read.value.quorum);
      return isNamed ? undefined : 'a policy without quorum reads';
    },
  },
  vkey: {
    seed: (s) => toBytes(writeVkey(s.own.key)),
    check(_, input) {
      const text = Buffer.from(input).toString();
      const read = readVkey(sha256, text);
      return read.ok && writeVkey(read.value) !== text ? 'a vkey reads but writes back otherwise' : undefined;
    },
  },
  bundle: {
    seed: (s) => s.bundle,
    check(_, input) {
      const read = readBundle(input, 9);
      return read.ok && !Buffer.from(writeBundle(read.value)).equals(input)
        ? 'a bundle writes back otherwise'
        : undefined;
    },
  },
  'tile path': {
    seed: () => toBytes('tile/2/x001/x234/067.p/112'),
    check(_, input) {
      const path = Buffer.from(input).toString();
      const ref = findTileRef(path);
      return ref && tilePath(ref) !== path ? 'a tile path writes back otherwise' : undefined;
    },
  },
  checkpoint: {
    seed: (s) => toBytes(s.text),
    check(_, input) {
      const read = readCheckpointText(Buffer.from(input).toString());
      return read.ok && !Number.isSafeInteger(read.value.size) ? 'a checkpoint has no size' : undefined;
    },
  },
};

/** Runs `total` mutated inputs through every parser; a throw, a wrong acceptance or an input over 1 s is trouble. */
export async function fuzzTlog(total: number, seed: number) {
  const seeds = await makeSeeds();
  const random = randomFrom(seed);
  const names = Object.keys(targets);
  const inputs: Record<string, number> = {};
  const troubles: string[] = [];
  for (let i = 0; i < total && troubles.length < 20; i++) {
    const name = names[i % names.length] as string;
    const target = targets[name] as (typeof targets)[string];
    const input = random.mutate(target.seed(seeds));
    inputs[name] = (inputs[name] ?? 0) + 1;
    const started = performance.now();
    try {
      const trouble = target.check(seeds, input);
      if (trouble) troubles.push(`${name}: ${trouble}: ${Buffer.from(input).toString('base64')}`);
    } catch (error) {
      troubles.push(`${name}: throws ${error}: ${Buffer.from(input).toString('base64')}`);
    }
    if (performance.now() - started > 1000) troubles.push(`${name}: takes over a second`);
  }
  return { total, seed, inputs, troubles };
}
