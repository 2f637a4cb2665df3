// Pages a second for the example notice of three pages: laid out, written, sealed; and the parts by themselves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { generateSm2KeyPair, sm2Sign, sm3 } from '@zhengtong/crypto';
import { must } from '@zhengtong/kernel';
import {
  checkDocument,
  composeDocument,
  loadFonts,
  makeDemoSeal,
  readMarkdown,
  readOfd,
  verifyOfd,
  writeOfd,
  writePdf,
  writeSealedOfd,
} from '@zhengtong/ofd';
import { readZip } from '@zhengtong/ofd/test';

export const summary =
  '公文：三页通知每秒页数（排版、写 OFD、盖章、验章、PDF）· pages a second for a sealed 3-page notice';

type Figure = { name: string; figure: number; unit: string; limit: number | null; ratio: number | null };

async function rate(seconds: number, work: () => unknown): Promise<number> {
  await work();
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < seconds * 1000) {
    await work();
    count++;
  }
  return (count * 1000) / (performance.now() - started);
}

export async function run(args: string[]): Promise<number> {
  const seconds = Number(args[0] ?? 3);
  const source = readFileSync(join(import.meta.dirname, '../packages/ofd/examples/notice.md'), 'utf8');
  const document = must(readMarkdown(source));
  const fonts = loadFonts();
  const now = Date.now();
  const demo = makeDemoSeal(document.issuers[0] ?? '', 45, fonts, now);
  const compose = () => composeDocument(document, fonts);
  const layout = compose();
  const pages = layout.pages.length;
  const seal = (made = layout) => writeSealedOfd(made, fonts, [{ ...demo, stamps: made.stamps ?? [] }], now).bytes;
  const sealed = seal();
  const figures: Figure[] = [];
  const add = async (name: string, work: () => unknown, limit: number | null = null): Promise<number> => {
    const figure = Math.round((await rate(seconds, work)) * pages * 10) / 10;
    const ratio = limit === null ? null : Math.round((figure / limit) * 100) / 100;
    figures.push({ name, figure, unit: 'pages/s', limit, ratio });
    console.log(`  ${name.padEnd(28)} ${String(figure).padStart(9)} 页/秒 pages/s`);
    return figure;
  };
  console.log(`${pages} 页 pages，${sealed.length} 字节 bytes，${seconds} 秒一项 seconds each`);
  // The limit: what no sealed file can do without, on files that are ready: packing, digests and one signature.
  const files = [...must(readZip(sealed)).values()];
  const message = Buffer.alloc(32_000, 7);
  const { privateKey } = generateSm2KeyPair();
  const limit = await add('pack-digest-sign-alone', () => {
    for (const file of files) sm3(deflateRawSync(file, { level: 1 }));
    return sm2Sign(privateKey, message);
  });
  await add('sealed-notice', () => seal(compose()), limit);
  await add('layout', compose);
  await add('ofd', () => writeOfd(layout, fonts));
  await add('pdf', () => writePdf(layout, fonts));
  await add('read', () => readOfd(sealed));
  await add('verify', () => verifyOfd(sealed, { at: now + 1000 }));
  await add('check', () => checkDocument(sealed));
  console.log(JSON.stringify({ bench: 'ofd', figures }));
  return 0;
}
