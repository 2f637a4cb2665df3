import { ok, type Result, refuse } from '@zhengtong/kernel';
import { fullWidth } from './tile-path.ts';

export const maxEntryBytes = 65_535;

/** Entries, each after its length in two bytes (C2SP tlog-tiles). Throws on an entry over 65,535 bytes. */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > maxEntryBytes) throw new RangeError(`an entry of ${entry.length} bytes does not fit a bundle`);
    bytes[at] = entry.length >> 8;
    bytes[at + 1] = entry.length & 255;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The entries of a bundle, views into `bytes`. It must hold exactly `width` of them and nothing after. */
export function readBundle(bytes: Uint8Array, width: number): Result<Uint8Array[], { kind: 'bundle-malformed' }> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && entries.length < fullWidth) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + length > bytes.length) return refuse({ kind: 'bundle-malformed' });
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at === bytes.length && entries.length === width ? ok(entries) : refuse({ kind: 'bundle-malformed' });
}
