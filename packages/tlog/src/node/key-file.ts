import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  exportSm2PrivatePem,
  generateEd25519KeyPair,
  generateSm2KeyPair,
  importSm2PrivateKey,
} from '@zhengtong/crypto';
import type { NoteSigner } from '../sign-note.ts';
import type { KeyUse } from '../vkey.ts';
import { ed25519Signer, sm2Signer } from './signers.ts';

/** A signing key in a file of its own (mode 0600): name, what it may sign, and PKCS #8 PEM. */
type KeyFile = { name: string; algorithm: 'ed25519' | 'sm2'; use: KeyUse; pem: string };

/** The text of a new key file. */
export function newKeyFile(name: string, algorithm: KeyFile['algorithm'], use: KeyUse): string {
  const pem =
    algorithm === 'sm2'
      ? exportSm2PrivatePem(generateSm2KeyPair().privateKey)
      : generateEd25519KeyPair().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return `${JSON.stringify({ name, algorithm, use, pem } satisfies KeyFile, null, 1)}\n`;
}

/** Throws, without the key in the message, on a file that is none. */
export function signerOfKeyFile(text: string): NoteSigner {
  const { name, algorithm, use, pem } = JSON.parse(text) as KeyFile;
  if (use !== 'note' && use !== 'cosignature') throw new Error(`a key file of ${name} names no use`);
  if (algorithm === 'ed25519') return ed25519Signer(name, createPrivateKey(pem), use);
  const key = importSm2PrivateKey(pem);
  if (algorithm !== 'sm2' || !key.ok) throw new Error(`the key file of ${name} holds no key`);
  return sm2Signer(name, key.value, use);
}

export const readSigner = async (file: string): Promise<NoteSigner> => signerOfKeyFile(await readFile(file, 'utf8'));
