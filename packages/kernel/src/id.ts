import { drawBytes } from './draw-bytes.ts';

declare const kind: unique symbol;

/** A UUIDv7 that remembers what it names, so that a case's id cannot be passed for a person's. */
export type Id<K extends string> = string & { readonly [kind]: K };

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A new id: 48 bits of milliseconds, 74 random bits (RFC 9562, section 5.7). Made by the program, never by the
 * database: a retried command then carries the same id. Ids made in one millisecond are not ordered.
 */
export function newId<K extends string>(at: number = Date.now()): Id<K> {
  const drawn = drawBytes(10);
  let random = '';
  for (const byte of drawn.subarray(2)) random += hexOf[byte];
  const [third = 0, fourth = 0] = drawn;
  const time = Math.floor(at).toString(16).padStart(12, '0');
  // Version 7, and the variant of RFC 9562 in the two upper bits.
  const low = (((third & 0x0f) << 8) | fourth).toString(16).padStart(3, '0');
  const variant = hexOf[0x80 | (Number.parseInt(random.slice(0, 2), 16) & 0x3f)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${low}-${variant}${random.slice(2, 4)}-${random.slice(4)}` as Id<K>;
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a string from outside can be an id at all; asked before it reaches the database. */
export function isId(text: string): text is Id<string> {
  return pattern.test(text);
}
