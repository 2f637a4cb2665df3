import { fileURLToPath } from 'node:url';
import type { Reader } from '../prove.ts';
import { folderStore } from './folder-store.ts';

const maxBytes = 20_000_000;

/** A log to read: an `https://` or `http://` prefix, a `file://` address or a folder. Answers over 20 MB are refused. */
export function logSource(address: string): Reader {
  if (!/^https?:\/\//.test(address)) return folderStore(address.startsWith('file:') ? fileURLToPath(address) : address);
  const prefix = address.replace(/\/+$/, '');
  return {
    async read(path) {
      const answer = await fetch(`${prefix}/${path}`, { signal: AbortSignal.timeout(20_000), redirect: 'error' });
      if (answer.status === 404 || answer.status === 410) return undefined;
      if (!answer.ok) throw new Error(`${prefix}/${path} answers ${answer.status}`);
      if (Number(answer.headers.get('content-length') ?? 0) > maxBytes) throw new Error(`${path} is too large`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bytes.length > maxBytes) throw new Error(`${path} is too large`);
      return bytes;
    },
  };
}
