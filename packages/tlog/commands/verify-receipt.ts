// npm run zhengtong -- verify-receipt FILE --trust FILE [--en]
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { inspectReceipt, readTrust } from '@zhengtong/tlog';
import { nodeParts, sayTrustRefusal, sha256 } from '@zhengtong/tlog/node';
import { sayInspection } from '@zhengtong/tlog/page';

export const summary = '核验回执或证照文件，逐项说明 · checks a receipt or certificate file, point by point';
export const usage =
  '用法 usage: verify receipt FILE --trust FILE [--en]   信任文件见 verify page · a trust file as in verify page';

/** 0 where everything holds, 1 where something fails, 3 where something could not be checked. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { trust: { type: 'string' }, en: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file || !values.trust) {
    console.error(usage);
    return 2;
  }
  const trust = readTrust(sha256, await readFile(values.trust));
  if (!trust.ok) {
    console.error(sayTrustRefusal(values.trust, trust.refusal));
    return 2;
  }
  const inspection = inspectReceipt(nodeParts, trust.value, await readFile(file), Date.now());
  console.log(sayInspection(values.en ? 'en' : 'zh', inspection));
  return { holds: 0, fails: 1, open: 3 }[inspection.outcome];
}
