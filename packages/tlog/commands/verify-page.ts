// npm run zhengtong -- verify-page --trust FILE --out FILE.html
// npm run zhengtong -- verify-page --policy FILE [--issuers FILE] [--checkpoint FILE] --out FILE.html
// npm run zhengtong -- verify-page --demo DIR
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTrust } from '@zhengtong/tlog';
import { sayTrustRefusal, sha256 } from '@zhengtong/tlog/node';
import { buildPage, makeDemoFiles } from '@zhengtong/tlog/page';

export const summary = '生成离线核验页（一个 HTML 文件）· builds the offline verification page, one HTML file';

export const usage = `离线核验页 · the offline verification page
  verify-page --trust FILE --out FILE.html                                   用现成的信任文件 · around a trust file
  verify-page --policy FILE [--issuers FILE] [--checkpoint FILE] --out …     由策略、发证单位（JSON：[{vkey, zh, en}]）、最新检查点拼成
                                                                             · from a policy, issuers and the newest checkpoint
  verify-page --demo DIR                                                     做一套可以试的文件：核验页、回执、证照、假回执 · a set of files to try it with`;

async function writeDemo(folder: string): Promise<number> {
  const files = await makeDemoFiles(new Date());
  const page = await buildPage(files['trust.json'] ?? '');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries({ 'verify.html': page, ...files })) {
    await writeFile(join(folder, name), text);
    console.log(join(folder, name));
  }
  return 0;
}

/** What is no JSON reads as no list of issuers, which the trust file then refuses by its field. */
function findJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [null];
  }
}

export async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { trust: text, policy: text, issuers: text, checkpoint: text, out: text, demo: text },
  });
  if (values.demo) return writeDemo(values.demo);
  if (!values.out || !(values.trust ?? values.policy)) return console.error(usage) ?? 2;
  const read = (file: string): Promise<string> => readFile(file, 'utf8');
  const trust = values.trust
    ? await read(values.trust)
    : JSON.stringify({
        format: 'zhengtong/trust@v1',
        madeAt: new Date().toISOString(),
        policy: await read(values.policy as string),
        issuers: values.issuers ? findJson(await read(values.issuers)) : [],
        ...(values.checkpoint ? { checkpoint: await read(values.checkpoint) } : {}),
      });
  const judged = readTrust(sha256, trust);
  if (!judged.ok) {
    console.error(sayTrustRefusal(values.trust ?? (values.policy as string), judged.refusal));
    return 2;
  }
  const page = await buildPage(trust);
  await writeFile(values.out, page);
  console.log(`${values.out} ${(Buffer.byteLength(page) / 1000).toFixed(1)} KB`);
  return 0;
}
