import { createPublicKey } from 'node:crypto';
import {
  type EcdsaName,
  ecdsaVerify,
  ed25519Verify,
  hasMlDsa,
  importEd25519Public,
  importMlDsaPublic,
  type MlDsaName,
  mlDsaVerify,
  verifyHmacSm3,
} from '../index.ts';
import type { Verdict } from './tally.ts';
import { type Group, hexOf, numberOf, outOfScope, textOf, type Vector, type VectorFile } from './wycheproof-file.ts';

const say = (isAccepted: boolean): Verdict => (isAccepted ? 'accept' : 'reject');

export function judgeMac(file: VectorFile, group: Group, vector: Vector): Verdict {
  if (file.algorithm !== 'HMACSM3') return outOfScope(`${file.algorithm}: 本包不做 · not of this package`);
  const tagLength = numberOf(group, 'tagSize') / 8;
  return say(verifyHmacSm3(hexOf(vector, 'key'), hexOf(vector, 'msg'), hexOf(vector, 'tag'), tagLength));
}

const suites: Readonly<Record<string, EcdsaName>> = {
  'secp256r1 SHA-256': 'es256',
  'secp384r1 SHA-384': 'es384',
  'secp521r1 SHA-512': 'es512',
};

function judgeEcdsa(group: Group, vector: Vector): Verdict {
  const { curve } = group.publicKey as { curve: string };
  const suite = suites[`${curve} ${textOf(group, 'sha')}`];
  if (!suite) return outOfScope(`ECDSA ${curve} ${textOf(group, 'sha')}: 不在 ES256/384/512 之列 · not an ES suite`);
  const key = createPublicKey({ key: Buffer.from(textOf(group, 'publicKeyDer'), 'hex'), format: 'der', type: 'spki' });
  const form = group.type === 'EcdsaP1363Verify' ? 'raw' : 'der';
  return say(ecdsaVerify(suite, key, hexOf(vector, 'msg'), hexOf(vector, 'sig'), form));
}

function judgeEddsa(group: Group, vector: Vector): Verdict {
  const { curve, pk } = group.publicKey as { curve: string; pk: string };
  if (curve !== 'edwards25519') return outOfScope(`EdDSA ${curve}: 本包不做 · not of this package`);
  const key = importEd25519Public(Buffer.from(pk, 'hex'));
  return say(key.ok && ed25519Verify(key.value, hexOf(vector, 'msg'), hexOf(vector, 'sig')));
}

function judgeMlDsa(file: VectorFile, group: Group, vector: Vector): Verdict {
  if (!hasMlDsa()) return outOfScope('ML-DSA: 此 Node 没有 · not in this Node');
  const key = importMlDsaPublic((file.algorithm ?? '').toLowerCase() as MlDsaName, hexOf(group, 'publicKey'));
  return say(key.ok && mlDsaVerify(key.value, hexOf(vector, 'msg'), hexOf(vector, 'sig'), hexOf(vector, 'ctx')));
}

export function judgeSignature(file: VectorFile, group: Group, vector: Vector): Verdict {
  if (group.type === 'EddsaVerify') return judgeEddsa(group, vector);
  return group.type === 'MlDsaVerify' ? judgeMlDsa(file, group, vector) : judgeEcdsa(group, vector);
}
