import { type Bytes, toNumber } from '../bytes.ts';
import { type DerNode, derTag, MalformedDer } from './read.ts';

const fail = (reason: string): never => {
  throw new MalformedDer(reason);
};

function contentOf(node: DerNode, tag: number): Bytes {
  if (node.tag !== tag) fail('unexpected-tag');
  return node.content;
}

/** INTEGER of any size. `tag` where it is `[n] IMPLICIT`. */
export function readInteger(node: DerNode, tag: number = derTag.integer): bigint {
  const content = contentOf(node, tag);
  const [first, second = 0] = content;
  if (first === undefined) return fail('integer-empty');
  if (content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    fail('integer-not-minimal');
  return first >= 0x80 ? toNumber(content) - (1n << BigInt(content.length * 8)) : toNumber(content);
}

/** INTEGER from 0 to `max`. */
export function readSmallInteger(node: DerNode, max = 0x7fffffff): number {
  const value = readInteger(node);
  return value < 0n || value > BigInt(max) ? fail('integer-out-of-range') : Number(value);
}

export function readBoolean(node: DerNode): boolean {
  const content = contentOf(node, derTag.boolean);
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) fail('boolean-not-der');
  return content[0] === 0xff;
}

export function readNull(node: DerNode): void {
  if (contentOf(node, derTag.null).length !== 0) fail('null-not-empty');
}

export const readOctetString = (node: DerNode, tag: number = derTag.octetString): Bytes => contentOf(node, tag);

/** BIT STRING with the count of unused last bits, which must be zero (X.690, 11.2.1). */
export function readBits(node: DerNode, tag: number = derTag.bitString): { bytes: Bytes; unused: number } {
  const content = contentOf(node, tag);
  const unused = content[0] ?? fail('bits-empty');
  const last = content[content.length - 1] ?? 0;
  if (unused > 7 || (unused > 0 && content.length === 1)) fail('bits-unused');
  if (unused > 0 && (last & ((1 << unused) - 1)) !== 0) fail('bits-not-zero');
  return { bytes: content.subarray(1), unused };
}

/** BIT STRING that holds whole bytes, as every key and signature is. */
export function readBitString(node: DerNode, tag: number = derTag.bitString): Bytes {
  const { bytes, unused } = readBits(node, tag);
  return unused === 0 ? bytes : fail('bits-not-bytes');
}

/** OBJECT IDENTIFIER in dotted form. */
export function readOid(node: DerNode, tag: number = derTag.oid): string {
  const content = contentOf(node, tag);
  if (content.length === 0) fail('oid-empty');
  if (content.length > 128) fail('oid-too-long');
  const arcs: bigint[] = [];
  let value = 0n;
  let isFresh = true;
  for (const byte of content) {
    if (isFresh && byte === 0x80) fail('oid-not-minimal');
    value = (value << 7n) | BigInt(byte & 0x7f);
    isFresh = byte < 0x80;
    if (!isFresh) continue;
    if (arcs.length === 0) {
      const root = value < 80n ? value / 40n : 2n;
      arcs.push(root, value - root * 40n);
    } else arcs.push(value);
    value = 0n;
  }
  if (!isFresh) fail('oid-cut-off');
  return arcs.join('.');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf16 = new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true });
const latin = (bytes: Bytes): string => Buffer.from(bytes).toString('latin1');

function readMatching(bytes: Bytes, allowed: RegExp): string {
  const text = latin(bytes);
  return allowed.test(text) ? text : fail('text-alphabet');
}

function decode(decoder: TextDecoder, bytes: Bytes): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return fail('text-encoding');
  }
}

/** The text of any of the string types that certificates and seals carry. */
export function readText(node: DerNode): string {
  const { content } = node;
  switch (node.tag) {
    case derTag.utf8:
      return decode(utf8, content);
    case derTag.printable:
      return readMatching(content, /^[A-Za-z0-9 '()+,\-./:=?]*$/);
    case derTag.numeric:
      return readMatching(content, /^[0-9 ]*$/);
    case derTag.ia5:
      return readMatching(content, /^\p{ASCII}*$/u);
    case derTag.visible:
      return readMatching(content, /^[ -~]*$/);
    case derTag.teletex:
      return latin(content);
    case derTag.bmp:
      return content.length % 2 === 0 ? decode(utf16, content) : fail('text-encoding');
    default:
      return fail('not-text');
  }
}

const utcPattern = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const generalizedPattern = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d*[1-9])?Z$/;

/**
 * UTCTime or GeneralizedTime in the DER form (seconds present, `Z`), as milliseconds since 1970. UTCTime years 50–99
 * are 19xx (RFC 5280, 4.1.2.5.1). Fractions are dropped.
 */
export function readTime(node: DerNode): number {
  const isUtc = node.tag === derTag.utcTime;
  if (!isUtc && node.tag !== derTag.generalizedTime) fail('unexpected-tag');
  const found = (isUtc ? utcPattern : generalizedPattern).exec(latin(node.content)) ?? fail('time-not-der');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  const fullYear = isUtc ? year + (year >= 50 ? 1900 : 2000) : year;
  const at = new Date(0);
  at.setUTCFullYear(fullYear, month - 1, day);
  at.setUTCHours(hour, minute, second);
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? at.getTime() : fail('time-not-real');
}
