import type { KeyObject } from 'node:crypto';
import { ed25519Sign, exportEd25519Public, exportSm2Point, sm2PublicKeyOf, sm2Sign } from '@zhengtong/crypto';
import type { NoteSigner } from '../sign-note.ts';
import { type KeyUse, noteKey } from '../vkey.ts';
import { sha256 } from './native-hash.ts';

/** A signer of notes or checkpoints from an Ed25519 private key. */
export function ed25519Signer(name: string, privateKey: KeyObject, use: KeyUse = 'note'): NoteSigner {
  const key = noteKey(sha256, { algorithm: 'ed25519', use }, name, exportEd25519Public(privateKey));
  return { key, sign: (message) => ed25519Sign(privateKey, message) };
}

/** The same from an SM2 private key, with the default ID of GM/T 0009. */
export function sm2Signer(name: string, privateKey: KeyObject, use: KeyUse = 'note'): NoteSigner {
  const key = noteKey(sha256, { algorithm: 'sm2', use }, name, exportSm2Point(sm2PublicKeyOf(privateKey)));
  return { key, sign: (message) => sm2Sign(privateKey, message, { form: 'raw' }) };
}
