// Hostile OFD files: archives, XML and seals changed at random. Nothing may crash, hang or be accepted that should not be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCertificate } from '@zhengtong/crypto';
import { processorMs } from '@zhengtong/crypto/test';
import { chance, must } from '@zhengtong/kernel';
import {
  checkDocument,
  composeDocument,
  loadFonts,
  makeDemoSeal,
  readMarkdown,
  readSealSignature,
  verifyOfd,
  writeSealedOfd,
} from '@zhengtong/ofd';
import { readXml, readZip, writeZip } from '@zhengtong/ofd/test';

export const summary = 'OFD 解析器模糊测试：ofd-fuzz [次数] [种子] · fuzz the OFD parsers';

type Kind = 'zip' | 'file' | 'xml' | 'seal' | 'docx' | 'markdown' | 'verify';
const slowMs = 2000;
/** Kinds that cost more, each once among fifty inputs; every hundredth goes through the whole verification. */
const rare: Readonly<Record<number, Kind>> = { 1: 'file', 2: 'docx', 3: 'markdown' };

const wordText = `<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="t"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr><w:t>测府〔2026〕12号</w:t></w:r></w:p><w:p><w:ins><w:r><w:t>二〇二六年一月五日</w:t></w:r></w:ins></w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:left="1588"/></w:sectPr></w:body></w:document>`;
const wordStyles =
  '<w:styles xmlns:w="w"><w:style w:type="paragraph" w:default="1" w:styleId="a"/><w:style w:styleId="t"><w:basedOn w:val="a"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style></w:styles>';

export async function run(args: string[]): Promise<number> {
  const count = Number(args[0] ?? 20_000);
  const seed = Number(args[1] ?? 1);
  const random = chance(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const small = `---\n发文机关: 测试局\n成文日期: 2026-11-23\n---\n# 通知\n\n正文。\n`;
  const text = args[2]
    ? readFileSync(join(import.meta.dirname, '../../packages/ofd/examples', `${args[2]}.md`), 'utf8')
    : small;
  const fonts = loadFonts();
  const document = must(readMarkdown(text));
  const now = Date.parse('2026-11-23T02:00:00Z');
  const demo = makeDemoSeal(document.issuers[0] ?? '', 20, fonts, now);
  const layout = composeDocument(document, fonts);
  const valid = Buffer.from(writeSealedOfd(layout, fonts, [{ ...demo, stamps: layout.stamps ?? [] }], now).bytes);
  const files = must(readZip(valid));
  const names = [...files.keys()];
  const value = Buffer.from(files.get('Doc_0/Signs/Sign_0/SignedValue.dat') as Uint8Array);
  const xmls = names.filter((name) => name.endsWith('.xml')).map((name) => Buffer.from(files.get(name) as Uint8Array));
  const options = { anchors: [must(parseCertificate(demo.root))], at: now + 1000 };
  if (must(verifyOfd(valid, options)).verdict !== 'valid') throw new Error('the untouched file must be valid');

  const mutate = (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    const changes = 1 + pick(4);
    for (let i = 0; i < changes; i++) {
      const at = pick(copy.length);
      const way = pick(5);
      if (way === 0) copy[at] = pick(256);
      else if (way === 1) copy[at] = (copy[at] as number) ^ (1 << pick(8));
      else if (way === 2) copy.fill(pick(256), at, Math.min(copy.length, at + pick(16)));
      else if (way === 3 && copy.length > at + 4)
        copy.writeUInt32LE([0, 0xffffffff, 0x7fffffff, copy.length][pick(4)] as number, at);
      else copy.copy(copy, at, pick(copy.length), Math.min(copy.length, at + 64));
    }
    return pick(10) === 0 ? copy.subarray(0, pick(copy.length)) : copy;
  };
  const hostile = [
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '<a>'.repeat(100),
    ']]>',
    '\u0000',
    '"',
    '<![CDATA[',
    'g 999999999 1',
    '../../../',
    '1e309 NaN',
  ];
  const mutateXml = (bytes: Buffer): Buffer => {
    if (pick(2) === 0) return mutate(bytes);
    const at = pick(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(hostile[pick(hostile.length)] as string),
      bytes.subarray(at),
    ]);
  };
  const cheap: readonly Kind[] = ['zip', 'xml', 'seal'];
  const docx = new Map(
    Object.entries({ 'word/document.xml': wordText, 'word/styles.xml': wordStyles }).map(
      ([name, one]) => [name, Buffer.from(one)] as const,
    ),
  );
  const tally: Record<string, number> = {};
  let violations = 0;
  let slowest = 0;
  const report = (what: string, kind: Kind, i: number): void => {
    violations++;
    console.error(`  ✗ ${what}: ${kind} input ${i} of seed ${seed}`);
  };
  for (let i = 0; i < count; i++) {
    const kind = i % 100 === 0 ? 'verify' : (rare[i % 50] ?? (cheap[pick(3)] as Kind));
    const started = processorMs();
    try {
      let outcome: string;
      if (kind === 'zip') outcome = readZip(mutate(valid)).ok ? 'read' : 'refused';
      else if (kind === 'xml') outcome = readXml(mutateXml(xmls[pick(xmls.length)] as Buffer)).ok ? 'read' : 'refused';
      else if (kind === 'docx') {
        const [name, original] = [...docx][pick(docx.size)] as [string, Buffer<ArrayBuffer>];
        const changed = writeZip(new Map<string, Uint8Array>(docx).set(name, mutateXml(original)));
        outcome = (await checkDocument(changed)).ok ? 'read' : 'refused';
      } else if (kind === 'markdown') {
        outcome = readMarkdown(mutateXml(Buffer.from(text)).toString('utf8')).ok ? 'read' : 'refused';
      } else if (kind === 'seal') outcome = readSealSignature(mutate(value)).ok ? 'read' : 'refused';
      else {
        const name = names[pick(names.length)] as string;
        const original = Buffer.from(files.get(name) as Uint8Array);
        const changed = name.endsWith('.xml') ? mutateXml(original) : mutate(original);
        const bytes = kind === 'file' ? mutate(valid) : writeZip(new Map(files).set(name, changed));
        const verified = verifyOfd(bytes, options);
        outcome = verified.ok ? verified.value.verdict : 'refused';
        // Valid may be said only of files that unpack to exactly what was sealed.
        if (outcome === 'valid' || outcome === 'intact') {
          const again = readZip(bytes);
          const isSame =
            again.ok &&
            names.every((one) => Buffer.from(again.value.get(one) ?? []).equals(Buffer.from(files.get(one) ?? [])));
          if (!isSame) report('wrong accept', kind, i);
        }
      }
      tally[`${kind} ${outcome}`] = (tally[`${kind} ${outcome}`] ?? 0) + 1;
    } catch (error) {
      report(`crash ${error instanceof Error ? error.stack : String(error)}`, kind, i);
    }
    const took = processorMs() - started;
    slowest = Math.max(slowest, took);
    if (took > slowMs) report(`took ${took.toFixed(0)} ms`, kind, i);
    // Unpacked bytes lie outside the heap and are let go only between turns of the event loop.
    if (i % 1000 === 0) await new Promise(setImmediate);
  }
  for (const [what, n] of Object.entries(tally).sort()) console.log(`  ${what.padEnd(20)} ${n}`);
  console.log(`  最慢 slowest ${slowest.toFixed(1)} ms，内存 memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  console.log(JSON.stringify({ drill: 'ofd-fuzz', violations, inputs: count, seed }));
  return violations === 0 ? 0 : 1;
}
