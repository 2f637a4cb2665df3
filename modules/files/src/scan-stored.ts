import type { FilePorts } from './ports.ts';
import type { FileRow } from './store.ts';

/** What the scanner says of stored bytes; where it says nothing, what the policy makes of them. Throws where they cannot be read. */
export async function scanStored(
  { scanner, storage, unscanned }: Pick<FilePorts, 'scanner' | 'storage' | 'unscanned'>,
  storedAs: string,
): Promise<FileRow['scan']> {
  const said = await scanner?.scan(await storage.read(storedAs));
  if (said && said.kind !== 'away') return said.kind;
  return unscanned === 'hold' ? 'waiting' : 'unscanned';
}
