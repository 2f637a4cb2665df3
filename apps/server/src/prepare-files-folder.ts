import { resolve } from 'node:path';
import { ConfigError, openFolder } from '@zhengtong/platform';

/** Tries the folder of uploads before anything starts: found out later, it would be every citizen who cannot send a file. */
export async function prepareFilesFolder(address: string): Promise<void> {
  if (address.startsWith('s3://')) return;
  const folder = resolve(address);
  await openFolder(folder).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `上传的文件不能存到 ${folder}（${error.code}）：请让 FILES_AT 指向可以写入的文件夹。 · Uploads cannot be kept at ${folder} (${error.code}): let FILES_AT name a folder that can be written.`,
    );
  });
}
