import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { checkName, type Storage } from './storage.ts';

/** Any server that speaks the S3 API: `s3://key:secret@host:port/bucket?region=…&tls=no`. */
export function s3Storage(address: string): Storage {
  const url = new URL(address);
  const Bucket = url.pathname.slice(1);
  const client = new S3Client({
    endpoint: `${url.searchParams.get('tls') === 'no' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    forcePathStyle: true,
    // Without it a host that swallows everything would be waited for as long as the system pleases.
    requestHandler: { connectionTimeout: 5000 },
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
  });
  return {
    async write(name, bytes) {
      await new Upload({ client, params: { Bucket, Key: checkName(name), Body: bytes } }).done();
    },
    async read(name) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: checkName(name) }));
      return Body as Readable;
    },
    exists: (name) =>
      client.send(new HeadObjectCommand({ Bucket, Key: checkName(name) })).then(
        () => true,
        (error: { $metadata?: { httpStatusCode?: number } }) => {
          if (error.$metadata?.httpStatusCode === 404) return false;
          throw error;
        },
      ),
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: checkName(name) }));
    },
    async *list() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket })) {
        for (const object of page.Contents ?? []) if (object.Key) yield object.Key;
      }
    },
  };
}
