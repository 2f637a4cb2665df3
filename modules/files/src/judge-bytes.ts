import { ok, type Result, refuse } from '@zhengtong/kernel';
import { fileTypeFromBuffer } from 'file-type';
import { acceptedKinds } from './domain/kinds.ts';
import type { Measure } from './measure.ts';
import type { FilePorts } from './ports.ts';
import type { FileRow } from './store.ts';

export type BytesRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'kind-not-allowed' }
  | { readonly kind: 'infected' };

type Judged = { readonly mediaType: string; readonly scan: FileRow['scan'] };

/** What stored bytes are, by their content, and what the scanner says of them. */
export async function judgeBytes(
  ports: FilePorts,
  storedAs: string,
  measured: Measure,
): Promise<Result<Judged, BytesRefusal>> {
  if (measured.bytes === 0) return refuse({ kind: 'empty' });
  const mediaType = await findKind(measured.head());
  if (!mediaType || !acceptedKinds[mediaType]) return refuse({ kind: 'kind-not-allowed' });
  const result = ports.scanner
    ? await ports.scanner.scan(await ports.storage.read(storedAs))
    : { kind: 'away' as const };
  if (result.kind === 'infected') return refuse({ kind: 'infected' });
  if (result.kind === 'clean') return ok({ mediaType, scan: 'clean' });
  return ok({ mediaType, scan: ports.unscanned === 'hold' ? 'waiting' : 'unscanned' });
}

/** By content. OFD is a zip that begins with OFD.xml or names it among its first entries (GB/T 33190). */
async function findKind(head: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found?.mime === 'application/zip' && head.includes('OFD.xml')) return 'application/ofd';
  return found?.mime;
}
