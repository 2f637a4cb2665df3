import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  exportSm2PrivatePem,
  generateEd25519KeyPair,
  generateSm2KeyPair,
  importSm2PrivateKey,
} from '@zhengtong/crypto';
import type { NoteSigner } from '../sign-note.ts';
import { isKeyName, type KeyUse } from '../vkey.ts';
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

/** A file that is no key file, said in both languages and without a letter of what it holds. */
export class KeyFileError extends Error {}

/** Throws `KeyFileError` on a file that is none: neither the message nor a cause repeats what stands in it. */
export function signerOfKeyFile(text: string): NoteSigner {
  const { name, algorithm, use, pem } = fieldsOf(text);
  if (typeof name !== 'string' || !isKeyName(name) || typeof pem !== 'string') throw noKey();
  if (use !== 'note' && use !== 'cosignature') throw noKey();
  if (algorithm === 'sm2') {
    const key = importSm2PrivateKey(pem);
    if (!key.ok) throw noKey();
    return sm2Signer(name, key.value, use);
  }
  if (algorithm !== 'ed25519') throw noKey();
  return ed25519Signer(name, ed25519KeyOf(pem), use);
}

const noKey = (): KeyFileError =>
  new KeyFileError('不是密钥文件；用 witness new-key 生成一个 · no key file; witness new-key makes one');

function fieldsOf(text: string): Partial<Record<keyof KeyFile, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // What JSON.parse says quotes the text around the error: here, the key.
    throw noKey();
  }
}

function ed25519KeyOf(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below like any other.
  }
  throw noKey();
}

/** Reads a key file; what is wrong with it is said under its name. */
export async function readSigner(file: string): Promise<NoteSigner> {
  const text = await readFile(file, 'utf8');
  try {
    return signerOfKeyFile(text);
  } catch (error) {
    throw error instanceof KeyFileError ? new KeyFileError(`${file} ${error.message}`) : error;
  }
}
