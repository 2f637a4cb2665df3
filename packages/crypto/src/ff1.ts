// FF1 (NIST SP 800-38G Rev. 1): a code becomes another code of the same length and alphabet, and comes back with the key.
// The block cipher is AES as in the standard, or SM4 in its place (GB/T 32907 has the same block size).
import { type Cipheriv, createCipheriv } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Bytes, concatBytes, fromNumber, toNumber } from './bytes.ts';

export type Ff1Cipher = 'sm4' | 'aes';
export type Ff1Refusal =
  | { readonly kind: 'too-short'; readonly atLeast: number }
  | { readonly kind: 'too-long'; readonly atMost: number }
  | { readonly kind: 'not-in-alphabet' };

export type Ff1 = {
  readonly radix: number;
  /** Shortest input: radix^minLength ≥ 1,000,000 (Rev. 1, 5.1); under it the domain could be searched. */
  readonly minLength: number;
  encrypt(numerals: readonly number[], tweak?: Bytes): Result<number[], Ff1Refusal>;
  decrypt(numerals: readonly number[], tweak?: Bytes): Result<number[], Ff1Refusal>;
};

/** A bound of ours (the standard allows 2^32): the arithmetic grows with the square of the length. */
const maxLength = 4096;
const none = new Uint8Array(0);

function openBlockCipher(cipher: Ff1Cipher, key: Bytes): Cipheriv {
  const isFit = cipher === 'sm4' ? key.length === 16 : [16, 24, 32].includes(key.length);
  if (!isFit) throw new RangeError(cipher === 'sm4' ? 'an SM4 key has 16 bytes' : 'an AES key has 16, 24 or 32 bytes');
  const name = cipher === 'sm4' ? 'sm4-ecb' : `aes-${key.length * 8}-ecb`;
  return createCipheriv(name, key, null).setAutoPadding(false);
}

/** Value of numerals, most significant first. */
function numeralsValue(numerals: readonly number[], radix: bigint): bigint {
  let value = 0n;
  for (const numeral of numerals) value = value * radix + BigInt(numeral);
  return value;
}

function numeralsOf(value: bigint, radix: bigint, length: number): number[] {
  const numerals = new Array<number>(length);
  let rest = value;
  for (let i = length - 1; i >= 0; i--) {
    numerals[i] = Number(rest % radix);
    rest /= radix;
  }
  return numerals;
}

/** An FF1 machine for one key and radix (2 to 65,536). One is enough for a program's life: it keeps no message. */
export function createFf1(cipher: Ff1Cipher, key: Bytes, radix: number): Ff1 {
  if (!Number.isInteger(radix) || radix < 2 || radix > 65_536) throw new RangeError('a radix of 2 to 65536');
  // Blocks of ECB are independent, so one open cipher serves every call: opening costs far more than a block.
  const blocks = openBlockCipher(cipher, key);
  const big = BigInt(radix);
  let minLength = 2;
  while (radix ** minLength < 1_000_000) minLength++;

  /** CBC-MAC from a running state (algorithm PRF). */
  const prf = (state: Bytes, input: Bytes): Uint8Array => {
    let block = Uint8Array.from(state);
    for (let at = 0; at < input.length; at += 16) {
      for (let i = 0; i < 16; i++) block[i] = (block[i] ?? 0) ^ (input[at + i] ?? 0);
      block = Uint8Array.from(blocks.update(block));
    }
    return block;
  };

  /** The first `length` bytes of R ‖ CIPH(R ⊕ 1) ‖ CIPH(R ⊕ 2) … */
  const widen = (r: Uint8Array, length: number): Uint8Array => {
    const parts = [r];
    for (let j = 1; parts.length * 16 < length; j++) {
      const counter = fromNumber(BigInt(j), 16);
      parts.push(blocks.update(counter.map((byte, i) => byte ^ (r[i] ?? 0))));
    }
    return concatBytes(...parts).subarray(0, length);
  };

  const run = (numerals: readonly number[], tweak: Bytes, isDecrypting: boolean): number[] => {
    const n = numerals.length;
    const u = Math.floor(n / 2);
    const v = n - u;
    const moduli = [big ** BigInt(u), big ** BigInt(v)] as const;
    const b = Math.ceil((moduli[1] - 1n).toString(2).length / 8);
    const d = 4 * Math.ceil(b / 4) + 4;
    const p = concatBytes(
      Uint8Array.of(1, 2, 1),
      fromNumber(BigInt(radix), 3),
      Uint8Array.of(10, u % 256),
      fromNumber(BigInt(n), 4),
      fromNumber(BigInt(tweak.length), 4),
    );
    const start = prf(new Uint8Array(16), p);
    const gap = new Uint8Array((((-tweak.length - b - 1) % 16) + 16) % 16);
    const round = (i: number, half: bigint): bigint => {
      const q = concatBytes(tweak, gap, Uint8Array.of(i), fromNumber(half, b));
      return toNumber(widen(prf(start, q), d));
    };

    let left = numeralsValue(numerals.slice(0, u), big);
    let right = numeralsValue(numerals.slice(u), big);
    for (let step = 0; step < 10; step++) {
      const i = isDecrypting ? 9 - step : step;
      const modulus = moduli[i % 2 === 0 ? 0 : 1];
      if (isDecrypting) {
        const c = (((right - round(i, left)) % modulus) + modulus) % modulus;
        [left, right] = [c, left];
      } else {
        const c = (left + round(i, right)) % modulus;
        [left, right] = [right, c];
      }
    }
    return [...numeralsOf(left, big, u), ...numeralsOf(right, big, v)];
  };

  const checked = (numerals: readonly number[], tweak: Bytes, isDecrypting: boolean): Result<number[], Ff1Refusal> => {
    if (numerals.length < minLength) return refuse({ kind: 'too-short', atLeast: minLength });
    if (numerals.length > maxLength) return refuse({ kind: 'too-long', atMost: maxLength });
    if (!numerals.every((one) => Number.isInteger(one) && one >= 0 && one < radix))
      return refuse({ kind: 'not-in-alphabet' });
    return ok(run(numerals, tweak, isDecrypting));
  };

  return {
    radix,
    minLength,
    encrypt: (numerals, tweak = none) => checked(numerals, tweak, false),
    decrypt: (numerals, tweak = none) => checked(numerals, tweak, true),
  };
}

/** Alphabets of the codes of this house; the value of a character is its place. */
export const codeAlphabets = {
  digits: '0123456789',
  /** GB 32100-2015: without I, O, S, V, Z. */
  creditCode: '0123456789ABCDEFGHJKLMNPQRTUWXY',
  /** GB 11714, GB/T 36904 and other codes of digits and capitals. */
  digitsAndCapitals: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
} as const;

export type TextFf1 = {
  encrypt(text: string, tweak?: Bytes): Result<string, Ff1Refusal>;
  decrypt(text: string, tweak?: Bytes): Result<string, Ff1Refusal>;
};

/**
 * FF1 over texts of one alphabet. Check digits do not survive: encrypt what stands before them and compute a new one. The
 * tweak should say which column or sector it is, so that equal codes in two places do not look equal.
 */
export function createTextFf1(cipher: Ff1Cipher, key: Bytes, alphabet: string): TextFf1 {
  const letters = [...alphabet];
  const values = new Map(letters.map((letter, value) => [letter, value]));
  if (values.size !== letters.length) throw new RangeError('a letter stands twice in the alphabet');
  const machine = createFf1(cipher, key, letters.length);
  const through = (text: string, run: (numerals: number[]) => Result<number[], Ff1Refusal>) => {
    const result = run(Array.from(text, (letter) => values.get(letter) ?? -1));
    return result.ok ? ok(result.value.map((value) => letters[value] ?? '').join('')) : result;
  };
  return {
    encrypt: (text, tweak) => through(text, (numerals) => machine.encrypt(numerals, tweak)),
    decrypt: (text, tweak) => through(text, (numerals) => machine.decrypt(numerals, tweak)),
  };
}
