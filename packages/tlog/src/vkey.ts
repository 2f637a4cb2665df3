import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findBase64, toBase64 } from './base64.ts';
import { concat, isSame, toBytes, toHex } from './bytes.ts';
import type { Hash } from './tree-hash.ts';

export type Algorithm = 'ed25519' | 'sm2' | 'ml-dsa-44';
/** A note key signs the text as it stands; a cosignature key signs the text under a time (C2SP tlog-cosignature). */
export type KeyUse = 'note' | 'cosignature';
export type Suite = { readonly algorithm: Algorithm; readonly use: KeyUse };

/** What a verifier trusts: a name, the key behind it and what the key may say. */
export type NoteKey = Suite & { readonly name: string; readonly id: number; readonly publicKey: Uint8Array };

/**
 * The first bytes by which a vkey names its suite. 0x01, 0x04, 0x06 are assigned by C2SP signed-note. SM2 has no byte,
 * so by that text 0xff and a longer identifier follow; SM2 signs by GB/T 32918.2 with the default ID over SM3, the key
 * is the uncompressed point (65 bytes), the signature r ‖ s (64 bytes).
 */
const suites: readonly (Suite & { prefix: Uint8Array; keyBytes: number })[] = [
  { algorithm: 'ed25519', use: 'note', prefix: Uint8Array.of(1), keyBytes: 32 },
  { algorithm: 'ed25519', use: 'cosignature', prefix: Uint8Array.of(4), keyBytes: 32 },
  { algorithm: 'ml-dsa-44', use: 'cosignature', prefix: Uint8Array.of(6), keyBytes: 1312 },
  { algorithm: 'sm2', use: 'note', prefix: concat(Uint8Array.of(255), toBytes('sm2-sm3/note/v1\n')), keyBytes: 65 },
  {
    algorithm: 'sm2',
    use: 'cosignature',
    prefix: concat(Uint8Array.of(255), toBytes('sm2-sm3/cosignature/v1\n')),
    keyBytes: 65,
  },
];

/** Non-empty, without any Unicode space, control character or plus (C2SP signed-note, Format). */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s\p{Z}\p{Cc}+]/u.test(name);
}

function encodedKey(suite: Suite, publicKey: Uint8Array): Uint8Array {
  const known = suites.find((one) => one.algorithm === suite.algorithm && one.use === suite.use);
  if (!known) throw new Error(`no note signature type for ${suite.algorithm} as ${suite.use}`);
  if (publicKey.length !== known.keyBytes) throw new RangeError(`a ${suite.algorithm} key has ${known.keyBytes} bytes`);
  return concat(known.prefix, publicKey);
}

/** First four bytes of SHA-256(name ‖ newline ‖ type ‖ key): a label, not a commitment. */
function idOf(sha256: Hash, name: string, encoded: Uint8Array): number {
  const digest = sha256(concat(toBytes(`${name}\n`), encoded));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** Throws on a name or key length no vkey can carry. `sha256` is always SHA-256, whatever the tree is made with. */
export function noteKey(sha256: Hash, suite: Suite, name: string, publicKey: Uint8Array): NoteKey {
  if (!isKeyName(name)) throw new Error(`${JSON.stringify(name)} cannot name a key`);
  const { algorithm, use } = suite;
  return { algorithm, use, name, publicKey, id: idOf(sha256, name, encodedKey(suite, publicKey)) };
}

/** `name+hex id+base64(type ‖ key)`, the one line by which a verifier is told a key. */
export function writeVkey(key: NoteKey): string {
  return `${key.name}+${key.id.toString(16).padStart(8, '0')}+${toBase64(encodedKey(key, key.publicKey))}`;
}

export type VkeyRefusal = { kind: 'vkey-malformed' | 'vkey-id-differs' | 'vkey-type-unknown' };

/** Reads a vkey; refused when its id is not the one its name and key give. */
export function readVkey(sha256: Hash, text: string): Result<NoteKey, VkeyRefusal> {
  // Names hold no plus, base64 may: only the first two divide.
  const [, name = '', idText = '', encodedText = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) ?? [];
  const encoded = findBase64(encodedText);
  if (!isKeyName(name) || !encoded) return refuse({ kind: 'vkey-malformed' });
  const suite = suites.find(
    ({ prefix, keyBytes }) =>
      encoded.length === prefix.length + keyBytes && isSame(encoded.subarray(0, prefix.length), prefix),
  );
  if (!suite) return refuse({ kind: 'vkey-type-unknown' });
  const key = noteKey(sha256, suite, name, encoded.subarray(suite.prefix.length));
  return key.id === Number.parseInt(idText, 16) ? ok(key) : refuse({ kind: 'vkey-id-differs' });
}

/** Name and id as one word, to look a key up by. */
export const keyLabel = (key: { name: string; id: number }): string => `${key.name}+${key.id}`;

/** Whether two vkeys wrap one underlying key, whatever they call it. */
export const isSameKey = (a: NoteKey, b: NoteKey): boolean =>
  a.algorithm === b.algorithm && toHex(a.publicKey) === toHex(b.publicKey);
