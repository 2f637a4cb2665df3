// Content-Digest (RFC 9530): a signature covers the header, the header covers the body.
import { type Bytes, sameBytes } from '../bytes.ts';
import { sha256, sha512 } from '../digest.ts';
import { parseDictionaryField } from './parse-fields.ts';
import { isInnerList, noParams, writeDictionary } from './structured-fields.ts';

const digests: Readonly<Record<string, (body: Bytes) => Uint8Array>> = { 'sha-256': sha256, 'sha-512': sha512 };

/** The value of `Content-Digest` for a body. */
export const contentDigest = (body: Bytes, algorithm: 'sha-256' | 'sha-512' = 'sha-256'): string =>
  writeDictionary(
    new Map([[algorithm, { item: { type: 'bytes', value: (digests[algorithm] ?? sha256)(body) }, params: noParams }]]),
  );

/** Whether every digest of a known algorithm in the value is the body's, and there is at least one. */
export function verifyContentDigest(value: string, body: Bytes): boolean {
  const parsed = parseDictionaryField(value);
  if (!parsed.ok) return false;
  let known = 0;
  for (const [name, member] of parsed.value) {
    const digest = Object.hasOwn(digests, name) ? digests[name] : undefined;
    if (!digest) continue;
    if (isInnerList(member) || member.item.type !== 'bytes' || !sameBytes(digest(body), member.item.value))
      return false;
    known++;
  }
  return known > 0;
}
