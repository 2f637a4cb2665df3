import { type FileView, mostBytes, type ReceiveRefusal, receiveFile } from '@zhengtong/files';
import type { Result } from '@zhengtong/kernel';
import { readFiles } from '@zhengtong/platform';
import type { Posted } from './routing.ts';
import { judgeToken } from './tokens.ts';
import type { Visit } from './visit.ts';

export type Received = { readonly name: string; readonly result: Result<FileView, ReceiveRefusal> };
export type Upload = { readonly fields: Posted; readonly files: readonly Received[]; readonly isGenuine: boolean };

const mostFiles = 10;

/**
 * A multipart form as it streams. The token stands before the files in the page and so arrives before them; without it
 * no byte is stored.
 */
export async function readUpload(visit: Visit): Promise<Upload> {
  const fields: Record<string, string[]> = {};
  const coming: Promise<Received>[] = [];
  const { site, actor, request } = visit;
  const isGenuine = () => judgeToken(site.setting.keys, actor, fields.token?.at(-1) ?? '') === 'good';
  await readFiles(request, {
    mostFiles,
    mostFields: 500,
    mostBytes: (mostFiles + 1) * mostBytes,
    onField: (name, text) => {
      fields[name] = [...(fields[name] ?? []), text];
    },
    onFile: ({ name, stream, fileName }) => {
      if (!isGenuine()) return void stream.resume();
      const receive = receiveFile(site.setting, site.ports.files, actor, { stream, fileName });
      coming.push(receive.then((result) => ({ name, result })));
    },
  });
  return { fields, files: await Promise.all(coming), isGenuine: isGenuine() };
}
