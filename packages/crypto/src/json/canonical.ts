// Canonical JSON (RFC 8785, JCS): one text for one value, so that a signature over JSON means the same to everyone.
// What has no single meaning is refused, never guessed at: undefined, NaN, dates, lone surrogates, members named twice.
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { parseStrictJson, type StrictJsonRefusal } from './parse.ts';

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** `path` is a JSON Pointer (RFC 6901) to what cannot be written. */
export type CanonicalRefusal = {
  readonly kind: 'not-canonical-json';
  readonly path: string;
  readonly reason:
    | 'not-json-value'
    | 'not-finite-number'
    | 'lone-surrogate'
    | 'not-plain-object'
    | 'sparse-array'
    | 'too-deep'
    | 'cycle';
};

const maxDepth = 512;

class NotCanonical extends Error {
  readonly reason: CanonicalRefusal['reason'];
  readonly at: readonly (string | number)[];
  constructor(reason: CanonicalRefusal['reason'], at: readonly (string | number)[]) {
    super(reason);
    this.reason = reason;
    this.at = [...at];
  }
}

type Walk = { readonly at: (string | number)[]; readonly open: Set<object> };

function writeString(text: string, walk: Walk): string {
  // JSON.stringify escapes exactly as RFC 8785, 3.2.2.2 asks, but writes lone surrogates as \udxxx.
  if (!text.isWellFormed()) throw new NotCanonical('lone-surrogate', walk.at);
  return JSON.stringify(text);
}

function writeNumber(value: number, walk: Walk): string {
  if (!Number.isFinite(value)) throw new NotCanonical('not-finite-number', walk.at);
  // ECMAScript's own text of a number is what RFC 8785, 3.2.2.3 asks; −0 becomes 0.
  return String(value === 0 ? 0 : value);
}

function writeArray(values: readonly unknown[], walk: Walk): string {
  const parts: string[] = [];
  for (let i = 0; i < values.length; i++) {
    walk.at.push(i);
    if (!Object.hasOwn(values, i)) throw new NotCanonical('sparse-array', walk.at);
    parts.push(write(values[i], walk));
    walk.at.pop();
  }
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, walk: Walk): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  // A toJSON, a symbol or a hidden member means that the object is more than its text would say.
  if (!isPlain || Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical('not-plain-object', walk.at);
  const names = Object.keys(value);
  if (names.length !== Object.getOwnPropertyNames(value).length) throw new NotCanonical('not-plain-object', walk.at);
  // The default order of sort is by UTF-16 code units, as RFC 8785, 3.2.3 asks.
  const parts = names.sort().map((name) => {
    walk.at.push(name);
    const text = `${writeString(name, walk)}:${write((value as Record<string, unknown>)[name], walk)}`;
    walk.at.pop();
    return text;
  });
  return `{${parts.join(',')}}`;
}

function write(value: unknown, walk: Walk): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return writeString(value, walk);
  if (typeof value === 'number') return writeNumber(value, walk);
  if (typeof value !== 'object') throw new NotCanonical('not-json-value', walk.at);
  if (walk.open.has(value)) throw new NotCanonical('cycle', walk.at);
  if (walk.open.size >= maxDepth) throw new NotCanonical('too-deep', walk.at);
  walk.open.add(value);
  const text = Array.isArray(value) ? writeArray(value, walk) : writeObject(value, walk);
  walk.open.delete(value);
  return text;
}

const pointerTo = (at: readonly (string | number)[]): string =>
  at.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The canonical text of a value; its UTF-8 bytes are what is hashed and signed. */
export function canonicalJson(value: unknown): Result<string, CanonicalRefusal> {
  try {
    return ok(write(value, { at: [], open: new Set() }));
  } catch (fault) {
    if (!(fault instanceof NotCanonical)) throw fault;
    return refuse({ kind: 'not-canonical-json', path: pointerTo(fault.at), reason: fault.reason });
  }
}

/** The canonical text of a JSON text from outside, read strictly (`parseStrictJson`). */
export function canonicalizeJsonText(text: string): Result<string, CanonicalRefusal | StrictJsonRefusal> {
  const parsed = parseStrictJson(text);
  return parsed.ok ? canonicalJson(parsed.value) : parsed;
}
