import { fileURLToPath } from 'node:url';
import { concat } from '../bytes.ts';
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
      return await readAtMost(answer, path);
    },
  };
}

/** Counted as it comes: a log that never stops sending must not fill the memory of who watches it. */
async function readAtMost(answer: Response, path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > maxBytes) throw new Error(`${path} is too large`);
    parts.push(part);
  }
  return concat(...parts);
}
