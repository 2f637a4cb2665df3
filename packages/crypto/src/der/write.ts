import { type Bytes, concatBytes } from '../bytes.ts';
import { derTag } from './read.ts';

function element(tag: number, ...parts: readonly Bytes[]): Uint8Array {
  const content = concatBytes(...parts);
  const { length } = content;
  if (length < 0x80) return concatBytes(Uint8Array.of(tag, length), content);
  const size: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  return concatBytes(Uint8Array.of(tag, 0x80 | size.length, ...size), content);
}

function integer(value: bigint | number): Uint8Array {
  let rest = BigInt(value);
  const bytes: number[] = [];
  do {
    bytes.unshift(Number(BigInt.asUintN(8, rest)));
    rest >>= 8n;
  } while (!(rest === 0n && (bytes[0] ?? 0) < 0x80) && !(rest === -1n && (bytes[0] ?? 0) >= 0x80));
  return element(derTag.integer, Uint8Array.from(bytes));
}

function oid(dotted: string): Uint8Array {
  const [root = -1n, second = -1n, ...rest] = dotted.split('.').map((arc) => {
    if (!/^(0|[1-9]\d*)$/.test(arc)) throw new RangeError(`not an object identifier: ${dotted}`);
    return BigInt(arc);
  });
  if (root < 0n || root > 2n || second < 0n || (root < 2n && second > 39n))
    throw new RangeError(`not an object identifier: ${dotted}`);
  const bytes: number[] = [];
  for (const arc of [root * 40n + second, ...rest]) {
    const group = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) group.unshift(Number(left & 0x7fn) | 0x80);
    bytes.push(...group);
  }
  return element(derTag.oid, Uint8Array.from(bytes));
}

const ascii = (text: string): Uint8Array => {
  // Anything beyond ASCII in these types would read back as another text.
  if (/[^\p{ASCII}]/u.test(text)) throw new RangeError('not ASCII');
  return new Uint8Array(Buffer.from(text, 'latin1'));
};

const digitsOf = (at: number): string => {
  const iso = new Date(at).toISOString();
  if (!/^\d{4}-/.test(iso)) throw new RangeError('year outside 0000 to 9999');
  return iso.slice(0, 19).replaceAll(/[-T:]/g, '');
};

/** DER byte order of a SET OF (X.690, 11.6). */
const sorted = (parts: readonly Bytes[]): Bytes[] => [...parts].sort((a, b) => Buffer.compare(a, b));

/** Writes DER. Every member gives the whole element: identifier, length, content. */
export const der = {
  element,
  integer,
  oid,
  boolean: (value: boolean) => element(derTag.boolean, Uint8Array.of(value ? 0xff : 0)),
  null: () => element(derTag.null),
  octetString: (bytes: Bytes) => element(derTag.octetString, bytes),
  bitString: (bytes: Bytes, unused = 0) => element(derTag.bitString, Uint8Array.of(unused), bytes),
  utf8: (text: string) => element(derTag.utf8, new TextEncoder().encode(text)),
  printable: (text: string) => {
    if (!/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)) throw new RangeError('not a PrintableString');
    return element(derTag.printable, ascii(text));
  },
  ia5: (text: string) => element(derTag.ia5, ascii(text)),
  /** Milliseconds since 1970, to the second. */
  generalizedTime: (at: number) => element(derTag.generalizedTime, ascii(`${digitsOf(at)}Z`)),
  /** Milliseconds since 1970; only years 1950 to 2049 can be written so. */
  utcTime: (at: number) => {
    const digits = digitsOf(at);
    if (digits < '1950' || digits >= '2050') throw new RangeError('UTCTime is for 1950 to 2049');
    return element(derTag.utcTime, ascii(`${digits.slice(2)}Z`));
  },
  sequence: (...parts: readonly Bytes[]) => element(derTag.sequence, ...parts),
  setOf: (...parts: readonly Bytes[]) => element(derTag.set, ...sorted(parts)),
  /** `[n] EXPLICIT`. */
  explicit: (n: number, ...parts: readonly Bytes[]) => element(derTag.context(n), ...parts),
  /** `[n] IMPLICIT` of a primitive value, given its content. */
  implicit: (n: number, content: Bytes) => element(derTag.contextPrimitive(n), content),
} as const;
