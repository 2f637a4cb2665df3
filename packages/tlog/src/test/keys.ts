import { generateEd25519KeyPair, generateSm2KeyPair } from '@zhengtong/crypto';
import { sha256 } from '../node/native-hash.ts';
import { ed25519Signer, sm2Signer } from '../node/signers.ts';
import { type Policy, readPolicy } from '../policy.ts';
import type { NoteSigner } from '../sign-note.ts';
import { writeVkey } from '../vkey.ts';

export const testOrigin = 'log.example/990100';

/** A log signing with Ed25519 and SM2, three witnesses (the second on SM2), an issuer, and the 2-of-3 policy over them. */
export function makeKeys() {
  const ed = (name: string, use: 'note' | 'cosignature') =>
    ed25519Signer(name, generateEd25519KeyPair().privateKey, use);
  const sm = (name: string, use: 'note' | 'cosignature') => sm2Signer(name, generateSm2KeyPair().privateKey, use);
  const logSigners: NoteSigner[] = [ed(testOrigin, 'note'), sm(testOrigin, 'note')];
  const witnesses: NoteSigner[] = [
    ed('court.example/w', 'cosignature'),
    sm('audit.example/w', 'cosignature'),
    ed('university.example/w', 'cosignature'),
  ];
  const issuer = sm('issuer.example/990100', 'note');
  const policyText = [
    ...logSigners.map(({ key }) => `log ${writeVkey(key)}`),
    ...witnesses.map(({ key }, i) => `witness w${i + 1} ${writeVkey(key)}`),
    'group two-of-three 2 w1 w2 w3',
    'quorum two-of-three',
    '',
  ].join('\n');
  const policy = readPolicy(sha256, policyText);
  if (!policy.ok) throw new Error(policy.refusal.reason);
  return { logSigners, witnesses, issuer, policyText, policy: policy.value satisfies Policy };
}
