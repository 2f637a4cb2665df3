import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { FastifyRequest } from 'fastify';

export type Arriving = { readonly name: string; readonly fileName: string; readonly stream: Readable };

export type ReadFilesOptions = {
  readonly mostFiles: number;
  readonly mostFields: number;
  /** Bytes of the whole body. Whoever sends more is cut off. */
  readonly mostBytes: number;
  onField?(name: string, text: string): void;
  /** Reads the stream to its end or destroys it. A file the browser left empty never gets here. */
  onFile(file: Arriving): void;
};

/**
 * A multipart body as it streams; answers when it has come, and whether it came whole. A line that breaks in the middle
 * is told by the stream of the file itself.
 */
export async function readFiles(request: FastifyRequest, options: ReadFilesOptions): Promise<boolean> {
  const { mostFiles, mostFields, mostBytes } = options;
  let parser: busboy.Busboy;
  try {
    const limits = { files: mostFiles, fields: mostFields, fieldSize: 200_000 };
    parser = busboy({ headers: request.raw.headers, limits, defParamCharset: 'utf8' });
  } catch {
    return false;
  }
  parser.on('field', (name, text) => options.onField?.(name, text));
  parser.on('file', (name, stream, { filename }) => {
    if (!filename) return void stream.resume();
    options.onFile({ name, fileName: filename, stream: detached(stream) });
  });
  return await pipeline(request.raw, atMost(mostBytes), parser).then(
    () => true,
    () => false,
  );
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

function atMost(mostBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > mostBytes) done(new Error('the body is endless'));
      else done(null, chunk);
    },
  });
}
