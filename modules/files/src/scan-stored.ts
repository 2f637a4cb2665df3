import type { FilePorts } from './ports.ts';

/** What the scanner says of stored bytes; undefined where it says nothing. Throws where they cannot be read. */
export async function scanStored(
  { scanner, storage }: Pick<FilePorts, 'scanner' | 'storage'>,
  storedAs: string,
): Promise<'clean' | 'infected' | undefined> {
  const said = await scanner?.scan(await storage.read(storedAs));
  return said?.kind === 'away' ? undefined : said?.kind;
}

/** What the policy makes of a file of which no scanner said anything. */
export const withoutScan = ({ unscanned }: Pick<FilePorts, 'unscanned'>): 'waiting' | 'unscanned' =>
  unscanned === 'hold' ? 'waiting' : 'unscanned';
