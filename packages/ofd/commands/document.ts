import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { importSm2PrivateKey, parseCertificatesPem, writePem } from '@zhengtong/crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import {
  composeDocument,
  drawStamps,
  type FontFiles,
  type FontRole,
  type FontSet,
  type Layout,
  loadFonts,
  makeDemoSeal,
  type OfficialDocument,
  readMarkdown,
  readSeal,
  type Sealing,
  saySubstitutions,
  signerOf,
  verifyOfd,
  writePdf,
  writeSealedOfd,
} from '../src/index.ts';

export const summary = '由 Markdown 生成公文（.ofd 加盖电子印章，.pdf）· an official document from Markdown, sealed';

export const usage = `用法 usage: document 文件.md --out notice.ofd|notice.pdf
  --seal 印章.esl --key 私钥.pem --cert 证书.pem   加盖真实印章（联合行文按机关顺序各给一组）；不给则用演示印章
                                               · a real seal (joint documents: one set an organ, in order); else one for show
  --font fangsong=/路径/simfang.ttf             正式字体（可多次；fangsong xiaobiaosong heiti kaiti songti）· official faces
  --root-out 根.pem                            写出演示印章的根证书 · write the demonstration root`;

const options = {
  out: { type: 'string' },
  seal: { type: 'string', multiple: true },
  key: { type: 'string', multiple: true },
  cert: { type: 'string', multiple: true },
  font: { type: 'string', multiple: true },
  'root-out': { type: 'string' },
} as const;
type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** What the person at the keyboard can put right, in both languages. */
type Mistake = { readonly kind: string; readonly zh: string; readonly en: string };
const mistake = (zh: string, en: string) => refuse<Mistake>({ kind: 'not-possible', zh, en });

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [source, ...more] = positionals;
  if (!source || more.length > 0 || !values.out || !['.ofd', '.pdf'].includes(extname(values.out))) {
    console.error(usage);
    return 2;
  }
  const made = await make(source, values.out, values);
  if (!made.ok) {
    console.error(`✗ ${made.refusal.zh} · ${made.refusal.en}`);
    return 1;
  }
  const { bytes, notes } = made.value;
  writeWhole(values.out, bytes);
  console.log(`✓ ${values.out}  ${notes.join('\n')}`);
  return 0;
}

/** Whole or not at all: stopped in the middle, what stood there before is still there. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    // Told under the name that was asked for.
    throw Object.assign(error as Error, { path: file });
  }
}

async function make(
  source: string,
  out: string,
  values: Options,
): Promise<Result<{ bytes: Uint8Array; notes: string[] }, Mistake>> {
  const read = readMarkdown(readFileSync(source, 'utf8'));
  if (!read.ok) return read;
  const files = readFontOptions(values.font ?? []);
  if (!files.ok) return files;
  const fonts = loadFonts(files.value);
  const layout = composeDocument(read.value, fonts);
  const sealings = out.endsWith('.ofd') ? listSealings(layout, read.value, fonts, values) : ok([]);
  if (!sealings.ok) return sealings;
  const written = out.endsWith('.pdf')
    ? await writePdf(stampedForPrint(layout, read.value, fonts), fonts)
    : writeSealedOfd(layout, fonts, sealings.value, Date.now());
  const flaw = sealings.value.length > 0 ? findSealFlaw(written.bytes) : undefined;
  if (flaw) return flaw;
  const notes = [`${layout.pages.length} 页 pages，${written.bytes.length} 字节 bytes`];
  const runs = layout.pages.flatMap((page) => page.items).filter((item) => item.kind === 'text');
  const roleNames = runs.map((run) => run.font);
  const said = saySubstitutions(fonts, roleNames);
  if (said) notes.push(`· 字体替代 substituted fonts：${said}`);
  if (written.missing.length > 0) notes.push(`! 没有字形的字 characters without a glyph：${written.missing.join('')}`);
  return ok({ bytes: written.bytes, notes });
}

/** A key that does not go with its certificate, a seal that is not this signer's or is out of its time: all said here. */
function findSealFlaw(bytes: Uint8Array) {
  const report = verifyOfd(bytes);
  if (!report.ok) throw new Error(`cannot read what was just written: ${JSON.stringify(report.refusal)}`);
  if (report.value.verdict !== 'broken') return undefined;
  const failed = report.value.seals.flatMap((seal) => seal.checks.filter((one) => one.verdict === 'failed'));
  return mistake(
    `盖章不成，没有写出文件：${failed.map((one) => one.zh).join('；')}`,
    `the seal does not hold, nothing was written: ${failed.map((one) => one.en).join('; ')}`,
  );
}

const roles: readonly FontRole[] = ['fangsong', 'xiaobiaosong', 'heiti', 'kaiti', 'songti'];

/** `role=path`, as often as given; `path#2` is the third face of a collection. */
function readFontOptions(given: readonly string[]): Result<FontFiles, Mistake> {
  const files: FontFiles = {};
  for (const text of given) {
    const [, name, path, index] = /^([a-z]+)=(.+?)(?:#(\d+))?$/.exec(text) ?? [];
    const role = roles.find((known) => known === name);
    if (!role || !path)
      return mistake(`--font 应如 fangsong=/路径/simfang.ttf，而不是“${text}”`, `--font is ROLE=PATH, not ${text}`);
    files[role] = { path, index: Number(index ?? 0) };
  }
  return ok(files);
}

function listSealings(
  layout: Layout,
  document: OfficialDocument,
  fonts: FontSet,
  { seal = [], key = [], cert = [], 'root-out': rootOut }: Options,
): Result<Sealing[], Mistake> {
  const stamps = layout.stamps ?? [];
  const given = Math.max(seal.length, key.length, cert.length);
  if (given > 0 && stamps.length === 0)
    return mistake(
      '本文件不加盖印章（见“印章”“格式”），却给了 --seal',
      'this document bears no seal, yet --seal is given',
    );
  if (stamps.length === 0) return ok([]);
  if (given > 0) {
    if ([seal, key, cert].some((list) => list.length !== document.issuers.length)) {
      return mistake(
        `--seal、--key、--cert 各应给 ${document.issuers.length} 个（每个发文机关一组）`,
        `--seal, --key and --cert are each needed ${document.issuers.length} times, one set an organ`,
      );
    }
    const sealings: Sealing[] = [];
    for (const [i, file] of seal.entries()) {
      const one = readSealing(file, key[i] as string, cert[i] as string);
      if (!one.ok) return one;
      sealings.push({ ...one.value, stamps: stamps.filter((stamp) => stamp.issuer === i) });
    }
    return ok(sealings);
  }
  console.log('! 使用演示印章，不具效力 · a demonstration seal, without any effect');
  const diameter = stamps[0]?.width ?? 42;
  return ok(
    document.issuers.map((organ, i) => {
      const demo = makeDemoSeal(organ, diameter, fonts, Date.now());
      if (rootOut) writeFileSync(rootOut, writePem('CERTIFICATE', demo.root), { flag: i === 0 ? 'w' : 'a' });
      return { seal: demo.seal, signer: demo.signer, stamps: stamps.filter((stamp) => stamp.issuer === i) };
    }),
  );
}

function readSealing(sealFile: string, keyFile: string, certFile: string): Result<Omit<Sealing, 'stamps'>, Mistake> {
  const seal = readFileSync(sealFile);
  if (!readSeal(seal).ok) return mistake(`${sealFile} 不是电子印章（SESeal）`, `${sealFile} is no electronic seal`);
  const certificates = parseCertificatesPem(readFileSync(certFile, 'utf8'));
  const [certificate] = certificates.ok ? certificates.value : [];
  if (!certificate) return mistake(`${certFile} 里读不出证书`, `no certificate in ${certFile}`);
  const key = importSm2PrivateKey(readFileSync(keyFile, 'utf8'));
  if (!key.ok) return mistake(`${keyFile} 不是未加密的 SM2 私钥`, `${keyFile} is no unencrypted SM2 private key`);
  return ok({ seal, signer: signerOf(key.value, certificate.raw) });
}

/** PDF has no seal of GB/T 38540: for print the seal's picture is drawn where the seal would stand. */
function stampedForPrint(layout: Layout, document: OfficialDocument, fonts: FontSet): Layout {
  return document.seal.kind === 'seal' ? drawStamps(layout, document.issuers, fonts) : layout;
}
