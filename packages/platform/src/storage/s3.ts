import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { checkName, type Storage, StorageAway, StorageFull } from './storage.ts';

const mostLines = 1000;

/**
 * Any server that speaks the S3 API: `s3://key:secret@host:port/bucket?region=…&tls=no`. One that takes a request and says
 * nothing for `silentMs` is away; it is asked three times, which together is less than proxies wait for us.
 */
export function s3Storage(address: string, silentMs = 15_000): Storage {
  const url = new URL(address);
  const Bucket = url.pathname.slice(1);
  const client = new S3Client({
    endpoint: `${url.searchParams.get('tls') === 'no' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    forcePathStyle: true,
    // Without them a host that swallows everything would be waited for as long as the system pleases.
    requestHandler: {
      connectionTimeout: 5000,
      requestTimeout: silentMs,
      throwOnRequestTimeout: true,
      // A line is busy as long as somebody reads from it: of the usual fifty, a few who read slowly would leave none.
      httpAgent: { maxSockets: mostLines },
      httpsAgent: { maxSockets: mostLines },
    },
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
  });
  const key = (name: string) => ({ Bucket, Key: checkName(name) });
  return {
    async write(name, bytes) {
      const upload = new Upload({ client, params: { ...key(name), Body: bytes } });
      await upload.done().catch((error: unknown) => {
        throw bytes.errored ?? faultOf(error);
      });
    },
    async read(name) {
      const { Body } = await client.send(new GetObjectCommand(key(name))).catch(refuse);
      return Body as Readable;
    },
    exists: (name) =>
      client.send(new HeadObjectCommand(key(name))).then(
        () => true,
        (error) => (isMissing(error) ? false : refuse(error)),
      ),
    async remove(name) {
      await client.send(new DeleteObjectCommand(key(name))).catch(refuse);
    },
    async *list() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket })) {
        for (const object of page.Contents ?? []) if (object.Key) yield object.Key;
      }
    },
  };
}

type Answer = { readonly name?: string; readonly $metadata?: { readonly httpStatusCode?: number } };

const isMissing = ({ name, $metadata }: Answer): boolean =>
  $metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket';

/**
 * What kept the server from doing it. That no room is left, servers say in words of their own: `QuotaExceeded` (Ceph),
 * `XMinioStorageFull` and `XMinioAdminBucketQuotaExceeded` (MinIO), `InsufficientStorageSpace` (OBS), `EntityTooLarge`
 * (one that takes less than we do), or by 507 alone (RFC 4918).
 */
function faultOf(error: unknown): Error {
  const { name = '', $metadata } = error as Answer;
  if ($metadata?.httpStatusCode === 507 || /StorageFull|QuotaExceeded|InsufficientStorage|EntityTooLarge/.test(name))
    return new StorageFull('no room in the bucket', { cause: error });
  return new StorageAway('the bucket does not do its work', { cause: error });
}

/** That nothing has this name is no fault of the server. */
function refuse(error: Answer): never {
  throw isMissing(error) ? error : faultOf(error);
}
