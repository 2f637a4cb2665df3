import { ok, type Result, refuse } from '@zhengtong/kernel';
import { fileTypeFromBuffer } from 'file-type';
import { acceptedKinds } from './domain/kinds.ts';
import type { Measure } from './measure.ts';
import type { FilePorts } from './ports.ts';
import { scanStored, withoutScan } from './scan-stored.ts';
import type { FileRow } from './store.ts';

export type BytesRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'kind-not-allowed' }
  | { readonly kind: 'infected' };

export type Judged = { readonly mediaType: string; readonly scan: FileRow['scan'] };

/** What stored bytes are, by their content, and what the scanner says of them. */
export async function judgeBytes(
  ports: FilePorts,
  storedAs: string,
  measured: Measure,
): Promise<Result<Judged, BytesRefusal>> {
  if (measured.bytes === 0) return refuse({ kind: 'empty' });
  const mediaType = await findKind(measured.head());
  if (!mediaType || !acceptedKinds[mediaType]) return refuse({ kind: 'kind-not-allowed' });
  const scan = (await scanStored(ports, storedAs)) ?? withoutScan(ports);
  return scan === 'infected' ? refuse({ kind: 'infected' }) : ok({ mediaType, scan });
}

/** By content. OFD is a zip that begins with OFD.xml or has it among its first entries (GB/T 33190). */
async function findKind(head: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found?.mime === 'application/zip' && hasEntry(head, 'OFD.xml')) return 'application/ofd';
  return found?.mime;
}

/** Whether a zip's first entries hold one of exactly this name; the name somewhere in a text would make any zip an OFD. */
function hasEntry(head: Buffer, name: string): boolean {
  for (let at = head.indexOf(entryStart); at >= 0 && at + 30 <= head.length; at = head.indexOf(entryStart, at + 1)) {
    const length = head.readUInt16LE(at + 26);
    if (length === name.length && head.toString('latin1', at + 30, at + 30 + length) === name) return true;
  }
  return false;
}

/** Of a local file header: signature, 22 bytes, length of the name, of the extra field, the name (APPNOTE 4.3.7). */
const entryStart = Buffer.from('PK\x03\x04', 'latin1');
