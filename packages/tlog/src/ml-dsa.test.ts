import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { generateEd25519KeyPair } from '@zhengtong/crypto';
import { checkCheckpoint } from './check-checkpoint.ts';
import { readCheckpointText, writeCheckpointText } from './checkpoint.ts';
import { checkSignature, ed25519Signer, sha256 } from './node/index.ts';
import { readPolicy } from './policy.ts';
import { signNote } from './sign-note.ts';
import { cosigned } from './test/world.ts';
import { noteKey, writeVkey } from './vkey.ts';

test('a post-quantum cosignature (ML-DSA-44) counts, and stands for its own size only', async (t) => {
  let pair: ReturnType<typeof generateKeyPairSync>;
  try {
    pair = generateKeyPairSync('ml-dsa-44' as 'ed25519');
  } catch {
    return t.skip('this Node has no ML-DSA');
  }
  const publicKey = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-1312));
  const signerNamed = (name: string) => ({
    key: noteKey(sha256, { algorithm: 'ml-dsa-44', use: 'cosignature' }, name, publicKey),
    sign: (message: Uint8Array) => new Uint8Array(sign(null, message, pair.privateKey)),
  });
  const log = ed25519Signer('log.example/pq', generateEd25519KeyPair().privateKey);
  const witness = signerNamed('witness.example/pq');
  const policy = readPolicy(sha256, `log ${writeVkey(log.key)}\nwitness w ${writeVkey(witness.key)}\nquorum w\n`);
  assert.ok(policy.ok);
  const text = writeCheckpointText({ origin: 'log.example/pq', size: 7, root: new Uint8Array(32) });
  const note = await cosigned(await signNote(text, [log]), [witness], 1_790_000_000);
  assert.ok(checkCheckpoint(checkSignature, policy.value, note).ok);
  assert.ok(readCheckpointText(text).ok);

  const moved = writeCheckpointText({ origin: 'log.example/pq', size: 8, root: new Uint8Array(32) });
  const stolen = (await signNote(moved, [log])) + note.slice(note.lastIndexOf('— '));
  const refused = checkCheckpoint(checkSignature, policy.value, stolen);
  assert.equal(refused.ok ? '' : refused.refusal.kind, 'signature-wrong');
});
