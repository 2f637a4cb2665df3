import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseCertificatesPem, toBytes } from '@zhengtong/crypto';
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
  writePdf,
  writeSealedOfd,
} from '../src/index.ts';

export const summary = '由 Markdown 生成公文（.ofd 加盖电子印章，.pdf）· an official document from Markdown, sealed';

const usage = `用法 usage: document 文件.md --out notice.ofd|notice.pdf
  --seal 印章.esl --key 私钥.pem --cert 证书.pem   加盖真实印章；不给则用演示印章 · a real seal; else one for show
  --font fangsong=/路径/simfang.ttf             正式字体（可多次；fangsong xiaobiaosong heiti kaiti songti）· official faces
  --root-out 根.pem                            写出演示印章的根证书 · write the demonstration root`;

const pemOf = (bytes: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

export async function run(args: string[]): Promise<number> {
  const [source, ...rest] = args;
  const option = (name: string): string | undefined => {
    const at = rest.indexOf(name);
    return at < 0 ? undefined : rest[at + 1];
  };
  const out = option('--out');
  if (!source || !out || !['.ofd', '.pdf'].includes(extname(out))) {
    console.error(usage);
    return 2;
  }
  const read = readMarkdown(readFileSync(source, 'utf8'));
  if (!read.ok) {
    console.error(`✗ ${read.refusal.zh} · ${read.refusal.en}`);
    return 1;
  }
  const fonts = loadFonts(readFontOptions(rest));
  const layout = composeDocument(read.value, fonts);
  const written = out.endsWith('.pdf')
    ? await writePdf(stampedForPrint(layout, read.value, fonts), fonts)
    : writeSealedOfd(layout, fonts, listSealings(layout, read.value, fonts, option), Date.now());
  writeFileSync(out, written.bytes);
  console.log(`✓ ${out}  ${layout.pages.length} 页 pages，${written.bytes.length} 字节 bytes`);
  const runs = layout.pages.flatMap((page) => page.items).filter((item) => item.kind === 'text');
  const said = saySubstitutions(
    fonts,
    runs.map((run) => run.font),
  );
  if (said) console.log(`· 字体替代 substituted fonts：${said}`);
  if (written.missing.length > 0) console.log(`! 没有字形的字 characters without a glyph：${written.missing.join('')}`);
  return 0;
}

const roles: readonly FontRole[] = ['fangsong', 'xiaobiaosong', 'heiti', 'kaiti', 'songti'];

/** `--font role=path`, as often as given; `path#2` is the third face of a collection. */
function readFontOptions(args: readonly string[]): FontFiles {
  const files: FontFiles = {};
  args.forEach((word, i) => {
    const [, name, path, index] = /^([a-z]+)=(.+?)(?:#(\d+))?$/.exec(args[i + 1] ?? '') ?? [];
    const role = roles.find((known) => known === name);
    if (word !== '--font' || !role || !path) return;
    files[role] = { path, index: Number(index ?? 0) };
  });
  return files;
}

function listSealings(
  layout: Layout,
  document: OfficialDocument,
  fonts: FontSet,
  option: (name: string) => string | undefined,
): Sealing[] {
  const stamps = layout.stamps ?? [];
  if (document.seal.kind !== 'seal') return [];
  const [sealFile, keyFile, certFile] = [option('--seal'), option('--key'), option('--cert')];
  if (sealFile && keyFile && certFile) {
    const seal = readFileSync(sealFile);
    const certificates = parseCertificatesPem(readFileSync(certFile, 'utf8'));
    const [certificate] = certificates.ok ? certificates.value : [];
    if (!certificate || !readSeal(seal).ok) throw new Error(`cannot read ${sealFile} or ${certFile}`);
    return [{ seal, signer: signerOf(createPrivateKey(readFileSync(keyFile)), certificate.raw), stamps }];
  }
  const { diameter } = document.seal;
  console.log('! 使用演示印章，不具效力 · a demonstration seal, without any effect');
  return document.issuers.map((organ, i) => {
    const demo = makeDemoSeal(organ, diameter, fonts, Date.now());
    const rootOut = option('--root-out');
    if (rootOut) writeFileSync(rootOut, toBytes(pemOf(demo.root)), { flag: i === 0 ? 'w' : 'a' });
    return { seal: demo.seal, signer: demo.signer, stamps: stamps.filter((stamp) => stamp.issuer === i) };
  });
}

/** PDF has no seal of GB/T 38540: for print the seal's picture is drawn where the seal would stand. */
function stampedForPrint(layout: Layout, document: OfficialDocument, fonts: FontSet): Layout {
  return document.seal.kind === 'seal' ? drawStamps(layout, document.issuers, fonts) : layout;
}
