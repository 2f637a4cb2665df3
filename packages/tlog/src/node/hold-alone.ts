import { mkdirSync, realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { toBytes, toHex } from '../bytes.ts';
import { sha256 } from './native-hash.ts';

/**
 * Holds a folder for this process alone; absent when another process on this machine holds it. On Linux by a socket
 * name that the kernel frees when the process dies, so that kill -9 leaves no lock behind; two witnesses or two log
 * writers on one folder could sign a fork. Elsewhere, and across machines, the operator must see to it.
 */
export async function holdAlone(folder: string): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux') return () => {};
  mkdirSync(folder, { recursive: true });
  const name = `\0zhengtong-tlog-${toHex(sha256(toBytes(realpathSync(folder)))).slice(0, 40)}`;
  const server: Server = createServer((socket) => socket.destroy());
  const isHeld = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(name, () => resolve(true));
  });
  if (!isHeld) return undefined;
  // The lock alone must not keep a program running.
  server.unref();
  return () => server.close();
}
