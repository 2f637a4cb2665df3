import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** How a server says no: the status, and the code in its XML; without a code what a proxy before it says. */
export type No = { readonly status: number; readonly code?: string };

export type Bucket = {
  /** As `FILES_AT` takes it. */
  readonly address: string;
  readonly objects: Map<string, Buffer>;
  /** What every request is answered from now on; a `silent` server takes it and says nothing. Nothing: it works. */
  answer(with_: No | 'silent' | undefined, to?: (request: IncomingMessage) => boolean): void;
};

/** A server that speaks as much of S3 as the storage uses, over HTTP, with one bucket. */
export async function givenBucket(t: { after: (fn: () => void) => void }): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const parts = new Map<string, Map<number, Buffer>>();
  let no: No | 'silent' | undefined;
  let isMeant = (_: IncomingMessage) => true;
  const server = createServer((request, response) => {
    void answerOne(request, response).catch((error) => response.destroy(error));
  });
  const answerOne = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    if (no === 'silent' && isMeant(request)) return;
    if (no && no !== 'silent' && isMeant(request)) return sayNo(response, no);
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://bucket');
    const key = decodeURIComponent(pathname.replace(/^\/papers\/?/, ''));
    const upload = query.get('uploadId') ?? '';
    if (request.method === 'GET' && !key)
      return sayXml(
        response,
        'ListBucketResult',
        [...objects.keys()].map((name) => `<Contents><Key>${name}</Key></Contents>`).join(''),
      );
    if (request.method === 'GET' || request.method === 'HEAD') {
      const bytes = objects.get(key);
      return bytes ? response.end(bytes) : sayNo(response, { status: 404, code: 'NoSuchKey' });
    }
    if (request.method === 'POST' && query.has('uploads')) {
      const id = randomUUID();
      parts.set(id, new Map());
      return sayXml(response, 'InitiateMultipartUploadResult', `<UploadId>${id}</UploadId>`);
    }
    if (request.method === 'POST') {
      const sent = [...(parts.get(upload) ?? [])].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
      objects.set(key, Buffer.concat(sent));
      parts.delete(upload);
      return sayXml(response, 'CompleteMultipartUploadResult', '<ETag>"1"</ETag>');
    }
    if (request.method === 'PUT') {
      if (upload) parts.get(upload)?.set(Number(query.get('partNumber')), body);
      else objects.set(key, body);
      return response.setHeader('etag', '"1"').end();
    }
    if (upload) parts.delete(upload);
    else objects.delete(key);
    return response.writeHead(204).end();
  };
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `s3://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/papers?tls=no`,
    objects,
    answer(with_, to = () => true) {
      no = with_;
      isMeant = to;
    },
  };
}

function sayXml(response: ServerResponse, root: string, inside: string): void {
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><${root}>${inside}</${root}>`);
}

function sayNo(response: ServerResponse, { status, code }: No): void {
  const type = code ? 'application/xml' : 'text/html';
  const body = code ? `<Error><Code>${code}</Code><Message>no</Message></Error>` : '<html><h1>no</h1></html>';
  response.writeHead(status, { 'content-type': type }).end(body);
}
