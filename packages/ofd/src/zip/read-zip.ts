import { crc32, inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '@zhengtong/kernel';

/** What keeps a hostile archive from filling the memory. Bytes, except where said. */
export type ZipLimits = {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** How many times larger than packed an entry may become; a page of XML rarely passes 30. */
  readonly ratio: number;
};

const defaultLimits: ZipLimits = { entries: 4096, entryBytes: 64 << 20, totalBytes: 192 << 20, ratio: 400 };

export type ZipRefusal = {
  readonly kind: 'not-a-zip' | 'zip-unsafe' | 'zip-too-large' | 'zip-broken';
  /** Which rule, in lower-case words. */
  readonly reason: string;
  readonly entry?: string;
};

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; size: number; offset: number };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const gbk = new TextDecoder('gb18030');

/**
 * Reads a zip archive by its directory, stricter than the common libraries, because a signature is checked against what
 * is found here: names must be plain and unique, entries must not overlap, local headers must agree with the directory
 * (else two readers could see two documents), sizes must be what was announced.
 */
export function readZip(
  file: Uint8Array,
  limits: ZipLimits = defaultLimits,
): Result<Map<string, Uint8Array>, ZipRefusal> {
  const listed = listEntries(file, limits);
  if (!listed.ok) return listed;
  const found = new Map<string, Uint8Array>();
  const spans: [from: number, to: number][] = [];
  let total = 0;
  for (const entry of listed.value) {
    const { name } = entry;
    total += entry.size;
    if (entry.size > limits.entryBytes || total > limits.totalBytes) return no('zip-too-large', 'too many bytes', name);
    // Small entries may well shrink a lot; the rule is for those that can hurt.
    if (entry.size > 1 << 20 && entry.size > entry.packed * limits.ratio)
      return no('zip-too-large', 'packed too tightly', name);
    const body = locate(file, entry);
    if (!body) return no('zip-unsafe', 'local header disagrees with directory', name);
    spans.push([entry.offset, body.end]);
    if (name.endsWith('/')) {
      if (entry.size !== 0) return no('zip-unsafe', 'folder with content', name);
      continue;
    }
    const bytes = unpack(file.subarray(body.start, body.end), entry);
    if (!bytes || crc32(bytes) !== entry.crc) return no('zip-broken', 'content does not match its checksum', name);
    found.set(name, bytes);
  }
  spans.sort((a, b) => a[0] - b[0]);
  if (spans.some(([from], i) => i > 0 && from < (spans[i - 1] as [number, number])[1]))
    return no('zip-unsafe', 'entries overlap');
  return ok(found);
}

function no(kind: ZipRefusal['kind'], reason: string, entry?: string) {
  return refuse<ZipRefusal>({ kind, reason, ...(entry === undefined ? {} : { entry }) });
}

function listEntries(file: Uint8Array, limits: ZipLimits): Result<Entry[], ZipRefusal> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  if (end === undefined) return no('not-a-zip', 'no end of directory');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || count !== view.getUint16(end + 8, true))
    return no('zip-unsafe', 'several disks');
  if (start === 0xffffffff || count === 0xffff) return no('zip-unsafe', 'zip64');
  if (count > limits.entries) return no('zip-too-large', 'too many entries');
  if (start + view.getUint32(end + 12, true) !== end)
    return no('zip-unsafe', 'directory is not where it is said to be');
  const names = new Set<string>();
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return no('zip-broken', 'directory entry');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return no('zip-broken', 'directory entry');
    const flags = view.getUint16(at + 8, true);
    const name = decodeName(file.subarray(at + 46, at + 46 + nameLength), flags);
    if (name === undefined || !isPlainPath(name)) return no('zip-unsafe', 'path', name ?? '?');
    // Windows and macOS readers fold case: two names that differ by case alone are two documents in one.
    if (names.has(name.toLowerCase())) return no('zip-unsafe', 'name twice', name);
    names.add(name.toLowerCase());
    const method = view.getUint16(at + 10, true);
    if ((flags & 0x41) !== 0) return no('zip-unsafe', 'encrypted', name);
    if (method !== 0 && method !== 8) return no('zip-unsafe', 'unknown packing', name);
    const isLink = ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000;
    if (isLink) return no('zip-unsafe', 'symbolic link', name);
    entries.push({
      name,
      flags,
      method,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === end ? ok(entries) : no('zip-broken', 'directory length');
}

// The comment may hold anything, so the record must end exactly where the file does.
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return undefined;
}

function decodeName(bytes: Uint8Array, flags: number): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // Older Chinese tools write GBK and leave the UTF-8 flag unset.
    return (flags & 0x0800) === 0 ? gbk.decode(bytes) : undefined;
  }
}

/** No way out of the archive: relative, forward slashes, no dots as a name, no control characters. */
export function isPlainPath(name: string): boolean {
  if (name.length === 0 || name.length > 512 || name.startsWith('/')) return false;
  if (/[\p{Cc}\\:]/u.test(name)) return false;
  return name
    .replace(/\/$/, '')
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..');
}

function locate(file: Uint8Array, entry: Entry): { start: number; end: number } | undefined {
  if (entry.offset + 30 > file.length) return undefined;
  const view = new DataView(file.buffer, file.byteOffset + entry.offset, 30);
  if (view.getUint32(0, true) !== 0x04034b50 || view.getUint16(8, true) !== entry.method) return undefined;
  const nameLength = view.getUint16(26, true);
  const start = entry.offset + 30 + nameLength + view.getUint16(28, true);
  const end = start + entry.packed;
  if (end > file.length) return undefined;
  const name = decodeName(file.subarray(entry.offset + 30, entry.offset + 30 + nameLength), entry.flags);
  if (name !== entry.name) return undefined;
  const hasDescriptor = (view.getUint16(6, true) & 8) !== 0;
  const agrees = view.getUint32(18, true) === entry.packed && view.getUint32(22, true) === entry.size;
  return agrees || hasDescriptor ? { start, end } : undefined;
}

function unpack(body: Uint8Array, entry: Entry): Uint8Array | undefined {
  if (entry.method === 0) return body.length === entry.size ? body : undefined;
  try {
    // One byte more than announced would throw; the announced size itself has passed the limits.
    const bytes = inflateRawSync(body, { maxOutputLength: Math.max(1, entry.size) });
    return bytes.length === entry.size ? bytes : undefined;
  } catch {
    return undefined;
  }
}
