import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type ScanResult =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly name: string }
  | { readonly kind: 'away' };

/** Looks into bytes for malware. `away` when it does not answer: what then happens is a configured policy. */
export type Scanner = { scan(bytes: Readable): Promise<ScanResult> };

/** Whether it answers to a single byte. */
export const isThere = async (scanner: Scanner): Promise<boolean> =>
  (await scanner.scan(Readable.from([Buffer.from('?')]))).kind !== 'away';

/** ClamAV by INSTREAM: chunks with a four-byte length before each, a zero length at the end. `host:port` or a socket's path. */
export function clamdScanner(address: string, timeoutMs = 20_000): Scanner {
  return { scan: (bytes) => scanOnce(address, bytes, timeoutMs).catch((): ScanResult => ({ kind: 'away' })) };
}

async function scanOnce(address: string, bytes: Readable, timeoutMs: number): Promise<ScanResult> {
  const [, host, port] = /^(.+):(\d+)$/.exec(address) ?? [];
  const socket = port ? connect(Number(port), host) : connect(address);
  // For the whole scan: one that trickles is as good as one that hangs, and somebody waits.
  const alarm = setTimeout(() => socket.destroy(new Error('scanner timed out')), timeoutMs);
  const answer = collect(socket);
  // The write side may fail first when clamd hangs up over a limit; its answer says why.
  const sent = pipeline(bytes, frame, socket).catch(() => {});
  const text = await answer.finally(() => clearTimeout(alarm));
  await sent;
  if (/: OK\0?$/.test(text)) return { kind: 'clean' };
  const found = /stream: (.+) FOUND/.exec(text)?.[1];
  return found ? { kind: 'infected', name: found } : { kind: 'away' };
}

async function* frame(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of bytes) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield Buffer.concat([length, chunk]);
  }
  yield Buffer.alloc(4);
}

async function collect(socket: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += chunk.toString();
  return text;
}
