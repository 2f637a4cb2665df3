import { type FileView, mostBytes, type ReceiveRefusal, receiveFile } from '@zhengtong/files';
import type { Result } from '@zhengtong/kernel';
import { type Arriving, isStorable, readFiles, toStorable } from '@zhengtong/platform';
import type { FastifyRequest } from 'fastify';
import type { Posted } from './routing.ts';
import { judgeToken } from './tokens.ts';
import type { Visit } from './visit.ts';

export type Received = { readonly name: string; readonly result: Result<FileView, ReceiveRefusal> };
export type Upload = {
  readonly fields: Posted;
  readonly files: readonly Received[];
  /**
   * Nothing is done with it: it came from another site, from a session that has ended since, is more than a form, or has
   * a name that nothing can keep.
   */
  readonly problem?: 'foreign-origin' | 'not-signed-in' | 'too-large' | 'invalid-request';
};

const mostFiles = 10;
/** As much as a form without files may carry. */
const mostTyped = 1_048_576;

export const isMultipart = ({ headers }: FastifyRequest): boolean => /^multipart\//.test(headers['content-type'] ?? '');

/** In a post that is kept while somebody signs in again: files came with it, and were not kept. */
export const hadFiles = 'again';

/**
 * A multipart form as it streams. The token stands before the files in the page and so arrives before them; without it
 * no byte is stored.
 */
export async function readUpload(visit: Visit): Promise<Upload> {
  const coming: Promise<Received>[] = [];
  const { site, actor, request } = visit;
  const judge = (fields: Posted) => judgeToken(site.setting.keys, actor, [fields.token ?? ''].flat().at(-1) ?? '');
  const fields = await readTyped(request, ({ name, stream, fileName }, before) => {
    if (judge(before) !== 'good') return void stream.resume();
    const receive = receiveFile(site.setting, site.ports.files, actor, { stream, fileName });
    coming.push(receive.then((result) => ({ name, result })));
  });
  const files = await Promise.all(coming);
  if (!fields) return { fields: {}, files, problem: 'too-large' };
  if (!isStorable(fields)) return { fields: {}, files, problem: 'invalid-request' };
  const judged = judge(fields);
  if (judged === 'good') return { fields, files };
  // Read once, it cannot be read again: what was typed stays with the request for whoever keeps it.
  if (judged === 'earlier') request.body = fields;
  return { fields, files, problem: judged === 'earlier' ? 'not-signed-in' : 'foreign-origin' };
}

/**
 * What was typed in a multipart form, and in `hadFiles` whether files came with it; unless told otherwise these flow past.
 * Nothing where it is more than a form can hold.
 */
export async function readTyped(
  request: FastifyRequest,
  onFile: (file: Arriving, before: Posted) => void = ({ stream }) => void stream.resume(),
): Promise<Posted | undefined> {
  // Of names that anybody makes up: nothing is inherited.
  const fields: Record<string, string[]> = Object.create(null);
  let [typed, isFiled] = [0, false];
  await readFiles(request, {
    mostFiles,
    mostFields: 500,
    mostBytes: (mostFiles + 1) * mostBytes,
    onField: (name, text) => {
      typed += name.length + text.length;
      if (typed <= mostTyped) fields[name] = [...(fields[name] ?? []), toStorable(text)];
    },
    onFile: (file) => {
      isFiled = true;
      onFile(file, fields);
    },
  });
  if (typed > mostTyped) return undefined;
  return isFiled ? { ...fields, [hadFiles]: '1' } : fields;
}
