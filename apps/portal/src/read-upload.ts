import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileView, ReceiveRefusal } from '@zhengtong/files';
import { receiveFile } from '@zhengtong/files';
import type { Result } from '@zhengtong/kernel';
import busboy from 'busboy';
import type { Posted } from './routing.ts';
import { judgeToken } from './tokens.ts';
import type { Visit } from './visit.ts';

type Received = { readonly name: string; readonly result: Result<FileView, ReceiveRefusal> };
export type Upload = { readonly fields: Posted; readonly files: readonly Received[]; readonly isGenuine: boolean };

const mostFiles = 10;

/**
 * A multipart form as it streams. The token stands before the files in the page and so arrives before them; without it
 * no byte is stored. A file the browser left empty is none.
 */
export async function readUpload(visit: Visit): Promise<Upload> {
  const fields: Record<string, string[]> = {};
  const coming: Promise<Received>[] = [];
  const { site, actor, request } = visit;
  const isGenuine = () => judgeToken(site.setting.keys, actor, fields.token?.at(-1) ?? '') === 'good';
  const limits = { files: mostFiles, fields: 500, fieldSize: 200_000 };
  const parser = busboy({ headers: request.raw.headers, limits, defParamCharset: 'utf8' });
  parser.on('field', (name, text) => {
    fields[name] = [...(fields[name] ?? []), text];
  });
  parser.on('file', (name, stream, { filename }) => {
    if (!filename || !isGenuine()) return void stream.resume();
    const receive = receiveFile(site.setting, site.ports.files, actor, {
      stream: detached(stream),
      fileName: filename,
    });
    coming.push(receive.then((result) => ({ name, result })));
  });
  // A line that breaks in the middle is told by the receiving of the file itself.
  await pipeline(request.raw, parser).catch(() => {});
  return { fields, files: await Promise.all(coming), isGenuine: isGenuine() };
}

/** The receiver may stop early (too large): then the rest still has to flow past, or the form would never end. */
function detached(stream: Readable): Readable {
  const body = new PassThrough();
  stream.on('error', (error) => body.destroy(error));
  body.on('error', () => {});
  body.on('close', () => {
    stream.unpipe(body);
    stream.resume();
  });
  return stream.pipe(body);
}
