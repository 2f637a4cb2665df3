// npm run zhengtong -- verify-page --trust FILE --out FILE.html
// npm run zhengtong -- verify-page --policy FILE [--issuers FILE] [--checkpoint FILE] --out FILE.html
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildPage } from '@zhengtong/tlog/page';

export const summary = '生成离线核验页（一个 HTML 文件）· builds the offline verification page, one HTML file';

const usage = `离线核验页 · the offline verification page
  verify-page --trust FILE --out FILE.html                                   用现成的信任文件 · around a trust file
  verify-page --policy FILE [--issuers FILE] [--checkpoint FILE] --out …     由策略、发证单位（JSON：[{vkey, zh, en}]）、最新检查点拼成
                                                                             · from a policy, issuers and the newest checkpoint`;

export async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { trust: text, policy: text, issuers: text, checkpoint: text, out: text },
  });
  if (!values.out || !(values.trust ?? values.policy)) return console.error(usage) ?? 2;
  const read = (file: string): Promise<string> => readFile(file, 'utf8');
  const trust = values.trust
    ? await read(values.trust)
    : JSON.stringify({
        format: 'zhengtong/trust@v1',
        madeAt: new Date().toISOString(),
        policy: await read(values.policy as string),
        issuers: values.issuers ? JSON.parse(await read(values.issuers)) : [],
        ...(values.checkpoint ? { checkpoint: await read(values.checkpoint) } : {}),
      });
  const page = await buildPage(trust);
  await writeFile(values.out, page);
  console.log(`${values.out} ${(Buffer.byteLength(page) / 1000).toFixed(1)} KB`);
  return 0;
}
