declare const kind: unique symbol;

/** A UUIDv7 that remembers what it names, so that a case's id cannot be passed for a person's. */
export type Id<K extends string> = string & { readonly [kind]: K };

const bytes = new Uint8Array(16);

/**
 * A new id: 48 bits of milliseconds, 74 random bits (RFC 9562, section 5.7). Made by the program, never by the
 * database: a retried command then carries the same id. Ids made in one millisecond are not ordered.
 */
export function newId<K extends string>(at: number = Date.now()): Id<K> {
  crypto.getRandomValues(bytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(at / 0x1_0000));
  view.setUint16(4, at % 0x1_0000);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<K>;
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a string from outside can be an id at all; asked before it reaches the database. */
export function isId(text: string): text is Id<string> {
  return pattern.test(text);
}
