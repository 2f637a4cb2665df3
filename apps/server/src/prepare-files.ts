import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { newId } from '@zhengtong/kernel';
import { ConfigError, openFolder, openStorage } from '@zhengtong/platform';

/** Tries the place of uploads before anything starts: found out later, it would be every citizen who cannot send a file. */
export async function prepareFiles(address: string): Promise<void> {
  if (address.startsWith('s3://')) return await tryBucket(address);
  const folder = resolve(address);
  await openFolder(folder).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `上传的文件不能存到 ${folder}（${error.code}）：请让 FILES_AT 指向可以写入的文件夹。 · Uploads cannot be kept at ${folder} (${error.code}): let FILES_AT name a folder that can be written.`,
    );
  });
}

/** Does once what the program will do with files: an account that may write and not erase would be found out in months. */
async function tryBucket(address: string): Promise<void> {
  const storage = openStorage(address);
  const name = `probe/${newId()}`;
  try {
    await storage.write(name, Readable.from([Buffer.from(name)]));
    if ((await buffer(await storage.read(name))).toString() !== name) throw new Error('other bytes came back');
    for await (const _ of storage.list()) break;
    await storage.remove(name);
  } catch (error) {
    const { host, pathname } = new URL(address);
    // What the server said; the storage says it in words of the house.
    const { code, name: kind } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    const why = code ?? kind;
    throw new ConfigError(
      `上传的文件不能存到 ${host} 的存储桶 ${pathname.slice(1)}（${why}）：请检查 FILES_AT 的地址、账号、密钥和 tls；存储桶要先建好，账号要能写、读、列出和删除。 · Uploads cannot be kept in the bucket ${pathname.slice(1)} at ${host} (${why}): check address, key, secret and tls in FILES_AT; the bucket must be there, and the account may write, read, list and delete.`,
      { cause: error },
    );
  }
}
