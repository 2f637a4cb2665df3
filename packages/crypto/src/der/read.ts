// Strict DER (ITU-T X.690, section 10 and 11): one encoding for one value, or nothing. A lenient reader would let two
// different byte strings mean one signed thing. Readers throw MalformedDer; borders turn it into a value (`tryDer`).
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Bytes } from '../bytes.ts';

/** One element: identifier octet, content, and all of its bytes (identifier, length, content). */
export type DerNode = { readonly tag: number; readonly content: Bytes; readonly raw: Bytes };

export type DerRefusal = { readonly kind: 'der-malformed'; readonly reason: string };

export class MalformedDer extends Error {
  override readonly name = 'MalformedDer';
}

/** What a reading gives, with malformed bytes as a refusal; every other fault goes through. */
export function tryDer<T>(read: () => T): Result<T, DerRefusal> {
  try {
    return ok(read());
  } catch (fault) {
    if (fault instanceof MalformedDer) return refuse({ kind: 'der-malformed', reason: fault.message });
    throw fault;
  }
}

const fail = (reason: string): never => {
  throw new MalformedDer(reason);
};

export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  numeric: 0x12,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visible: 0x1a,
  universal: 0x1c,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
  /** `[n]` around or instead of a constructed value. */
  context: (n: number): number => 0xa0 | n,
  /** `[n] IMPLICIT` of a primitive value. */
  contextPrimitive: (n: number): number => 0x80 | n,
} as const;

/** Universal types that DER allows only primitive, and those it allows only constructed. */
const constructedUniversal = new Set([0x10, 0x11]);

function readAt(bytes: Bytes, at: number): DerNode {
  const tag = bytes[at] ?? fail('cut-off');
  if ((tag & 0x1f) === 0x1f) fail('long-tag');
  if (tag === 0) fail('end-of-contents');
  if ((tag & 0xc0) === 0 && ((tag & 0x20) !== 0) !== constructedUniversal.has(tag & 0x1f)) fail('wrong-form');
  const first = bytes[at + 1] ?? fail('cut-off');
  let start = at + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0) fail('indefinite-length');
    if (count > 4) fail('length-too-long');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? fail('cut-off'));
    if (length < 0x80 || length < 256 ** (count - 1)) fail('length-not-minimal');
    start += count;
  }
  if (length > bytes.length - start) fail('cut-off');
  const end = start + length;
  return { tag, content: bytes.subarray(start, end), raw: bytes.subarray(at, end) };
}

/** The one element these bytes are. Throws where there is none, or more than one. */
export function readDer(bytes: Bytes, tag?: number): DerNode {
  const node = readAt(bytes, 0);
  if (node.raw.length !== bytes.length) fail('trailing-bytes');
  if (tag !== undefined && node.tag !== tag) fail('unexpected-tag');
  return node;
}

/** Walks the children of a constructed element in order. */
export type DerCursor = {
  /** The next child, of this tag where one is given. */
  next(tag?: number): DerNode;
  /** The next child only where it has this tag. */
  optional(tag: number): DerNode | undefined;
  hasMore(): boolean;
  /** Throws where children are left over. */
  end(): void;
};

/** Opens a constructed element (of the given tag: a SEQUENCE where not said). */
export function openDer(node: DerNode, tag: number = derTag.sequence): DerCursor {
  if (node.tag !== tag) fail('unexpected-tag');
  if ((tag & 0x20) === 0) fail('not-constructed');
  const { content } = node;
  let at = 0;
  const next = (expected?: number): DerNode => {
    if (at >= content.length) fail('missing-element');
    const child = readAt(content, at);
    if (expected !== undefined && child.tag !== expected) fail('unexpected-tag');
    at += child.raw.length;
    return child;
  };
  return {
    next,
    optional: (expected) => (content[at] === expected && at < content.length ? next(expected) : undefined),
    hasMore: () => at < content.length,
    end: () => {
      if (at < content.length) fail('extra-element');
    },
  };
}

/** All children of a constructed element. */
export function childrenOf(node: DerNode, tag: number = node.tag): DerNode[] {
  const cursor = openDer(node, tag);
  const children: DerNode[] = [];
  while (cursor.hasMore()) children.push(cursor.next());
  return children;
}

/** The single child of `[n] EXPLICIT`. */
export function unwrapDer(node: DerNode, tag?: number): DerNode {
  const cursor = openDer(node, node.tag);
  const child = cursor.next(tag);
  cursor.end();
  return child;
}

/** Walks every element of the bytes to the leaves; throws on any that is malformed or nested over `depth`. */
export function checkDerDeeply(bytes: Bytes, depth = 64): void {
  const waiting: [DerNode, number][] = [[readDer(bytes), depth]];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const [node, left] = item;
    if ((node.tag & 0x20) === 0) continue;
    if (left === 0) fail('too-deep');
    for (const child of childrenOf(node)) waiting.push([child, left - 1]);
  }
}
