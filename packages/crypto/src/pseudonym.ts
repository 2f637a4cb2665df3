// Sector pseudonyms: one person has another number in each sector, and nobody without the key can join two of them.
import { type Bytes, concatBytes, fromNumber, toBytes, toHex } from './bytes.ts';
import { hmacSm3 } from './digest.ts';

export type PseudonymInput = {
  /** Where the number is used: an organisation code, a register, a research project. */
  readonly sector: string;
  /** What kind of identifier it is made from (`resident`, `credit-code`), so that equal digits of two kinds differ. */
  readonly kind: string;
  /** The identifier in its one written form: the caller normalises (upper-case X, no blanks) before. */
  readonly identifier: string;
};

/** Every part behind its length: `ab`+`c` and `a`+`bc` give two numbers. */
const framed = (text: string): Uint8Array => {
  const bytes = toBytes(text);
  return concatBytes(fromNumber(BigInt(bytes.length), 4), bytes);
};

/** HMAC-SM3 under a secret of at least 32 bytes, as 64 hexadecimal digits. Not reversible; keep the key to make it again. */
export function sectorPseudonym(key: Bytes, input: PseudonymInput): string {
  if (key.length < 32) throw new RangeError('a pseudonym key has at least 32 bytes');
  const parts = ['zhengtong pseudonym 1', input.sector, input.kind, input.identifier].map(framed);
  return toHex(hmacSm3(key, concatBytes(...parts)));
}
