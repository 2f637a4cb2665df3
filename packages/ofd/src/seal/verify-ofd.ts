import { type Bytes, type Certificate, sameBytes, sha256, sm3 } from '@zhengtong/crypto';
import { ok, type Result } from '@zhengtong/kernel';
import { type OfdPackage, type OfdRefusal, openPackage } from '../read/package.ts';
import { type OfdDocument, readDocuments } from '../read/read-ofd.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import type { ZipLimits } from '../zip/read-zip.ts';
import { type Check, check, type SealReport, type VerifyReport } from './report.ts';
import { readSeal, readSealSignature } from './ses.ts';
import { checkSealSignature, commonName, type Trust } from './verify-seal.ts';

export type VerifyOptions = {
  /** Certificates trusted by configuration; without any the answer is at best `intact`. */
  readonly anchors?: readonly Certificate[];
  readonly intermediates?: readonly Certificate[];
  /** Now, milliseconds since 1970. */
  readonly at?: number;
  readonly limits?: ZipLimits;
};

const digests: Record<string, (bytes: Bytes) => Bytes> = {
  '1.2.156.10197.1.401': sm3,
  SM3: sm3,
  '2.16.840.1.101.3.4.2.1': sha256,
  'SHA-256': sha256,
};

/** Verifies every seal of an OFD file from its bytes. Refused only where the file is no OFD that can be read. */
export function verifyOfd(bytes: Uint8Array, options: VerifyOptions = {}): Result<VerifyReport, OfdRefusal> {
  const opened = openPackage(bytes, options.limits);
  if (!opened.ok) return opened;
  const documents = readDocuments(opened.value);
  if (!documents.ok) return documents;
  const trust: Trust = {
    anchors: options.anchors ?? [],
    intermediates: options.intermediates ?? [],
    at: options.at ?? Date.now(),
  };
  const seals: SealReport[] = [];
  const coverage: Check[] = [];
  for (const document of documents.value) {
    const found = listSignatures(opened.value, document);
    if (found.kind === 'broken') coverage.push(found.check);
    const walked = found.kind === 'list' ? found.entries.map((entry) => checkOne(opened.value, entry, trust)) : [];
    seals.push(...walked.map((one) => one.report));
    if (walked.length > 0) coverage.push(...checkCoverage(opened.value, document, walked));
    else if (documents.value.length > 1) {
      coverage.push(
        check('coverage', 'failed', '文件中有一份文档没有印章', 'one of the documents in the file has no seal'),
      );
    }
  }
  const all = [...seals.flatMap((seal) => seal.checks), ...coverage];
  const failures = all.filter((one) => one.verdict === 'failed');
  const isAnchored = trust.anchors.length > 0 && all.every((one) => one.verdict === 'passed');
  // A signature nobody looked at protects nothing, whatever the digests say.
  const isUnread = all.some((one) => one.step === 'signature' && one.verdict === 'unknown');
  const sound = isUnread ? 'unknown' : isAnchored ? 'valid' : 'intact';
  const verdict = failures.length > 0 ? 'broken' : seals.length === 0 ? 'unsigned' : sound;
  return ok({
    verdict,
    seals: withCoverage(seals, coverage),
    failures,
    notChecked: seals.length > 0 ? notChecked : [],
  });
}

// Coverage is about the file as a whole; it is told with the last seal, which was put down over everything.
const withCoverage = (seals: readonly SealReport[], coverage: readonly Check[]): SealReport[] =>
  seals.map((seal, i) => (i === seals.length - 1 ? { ...seal, checks: [...seal.checks, ...coverage] } : seal));

const notChecked = [
  { zh: '证书与印章是否已被撤销（不联网）', en: 'whether certificates or the seal were revoked since (no network)' },
  {
    zh: '签章时间（取自签章者的时钟，时间戳未验）',
    en: 'the time of sealing (the sealer’s clock; time stamps are not verified)',
  },
  { zh: '印章图样与实物印章是否一致', en: 'whether the seal’s picture is that of the real seal' },
];

type Entry = { readonly file: string; readonly type: string };
type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly check: Check }
  | { readonly kind: 'list'; readonly entries: readonly Entry[] };

function listSignatures(pack: OfdPackage, document: OfdDocument): Found {
  if (!document.signatures) return { kind: 'none' };
  const list = pack.xml(document.signatures);
  const bad = (file: string): Found => ({
    kind: 'broken',
    check: check('structure', 'failed', '签名列表缺失或损坏', 'the list of signatures is missing or broken', file),
  });
  if (!list.ok) return bad(document.signatures);
  const entries: Entry[] = [];
  for (const node of childrenOf(list.value, 'Signature')) {
    const file = pack.resolve(document.signatures, node.attributes.get('BaseLoc') ?? '');
    if (!file || entries.length >= 256) return bad(document.signatures);
    entries.push({ file, type: node.attributes.get('Type') ?? 'Seal' });
  }
  return { kind: 'list', entries };
}

type Walked = { readonly report: SealReport; readonly covered: ReadonlySet<string>; readonly own: readonly string[] };

function checkOne(pack: OfdPackage, entry: Entry, trust: Trust): Walked {
  const checks: Check[] = [];
  const bytes = pack.files.get(entry.file);
  const xml = pack.xml(entry.file);
  const empty = { sealName: undefined, signer: undefined, sealedAt: undefined, standard: undefined };
  const stop = (zh: string, en: string, file = entry.file): Walked => ({
    report: { file: entry.file, ...empty, checks: [...checks, check('structure', 'failed', zh, en, file)] },
    covered: new Set(),
    own: [],
  });
  if (!xml.ok || !bytes) return stop('签名描述文件缺失或损坏', 'the signature description is missing or broken');
  const signedInfo = childOf(xml.value, 'SignedInfo');
  const valueFile = pack.resolve(entry.file, textOf(xml.value, 'SignedValue') ?? '');
  const value = valueFile ? pack.files.get(valueFile) : undefined;
  if (!signedInfo || !value) return stop('签名值缺失', 'the signature value is missing', valueFile);
  if (entry.type !== 'Seal') {
    const references = checkReferences(pack, entry.file, signedInfo);
    const zh = '这是无印章的数字签名（GB/T 35275），这里不能验证';
    checks.push(
      check('signature', 'unknown', zh, 'a signature without seal (GB/T 35275): not verified here', valueFile),
    );
    return {
      report: { file: entry.file, ...empty, checks: [...checks, ...references.checks] },
      covered: references.covered,
      own: [entry.file, ...(valueFile ? [valueFile] : [])],
    };
  }
  const signed = readSealSignature(value);
  if (!signed.ok) return stop('电子签章数据不是规范的 DER', 'the seal’s data is not proper DER', valueFile);
  const sealFile = pack.resolve(entry.file, textOf(childOf(signedInfo, 'Seal'), 'BaseLoc') ?? '');
  if (sealFile) {
    const seal = pack.files.get(sealFile);
    const isSame = seal !== undefined && sameBytes(seal, signed.value.seal.raw) && readSeal(seal).ok;
    checks.push(
      check('structure', isSame, '印章文件与签章所用印章一致', 'the seal file is the seal that was used', sealFile),
    );
  }
  checks.push(...checkSealSignature(signed.value, bytes, trust));
  const references = checkReferences(pack, entry.file, signedInfo);
  checks.push(...references.checks);
  const { seal } = signed.value;
  return {
    report: {
      file: entry.file,
      sealName: seal.name,
      signer: commonName(signed.value.signerCertificate),
      sealedAt: signed.value.sealedAt,
      standard: seal.version === 4 ? 'GB/T 38540-2020' : 'GM/T 0031-2014',
      checks,
    },
    covered: references.covered,
    own: [entry.file, ...(valueFile ? [valueFile] : []), ...(sealFile ? [sealFile] : [])],
  };
}

const taken = new WeakMap<Uint8Array, Map<string, Bytes>>();

/** A list may name one file of many megabytes a hundred thousand times: it is hashed once. */
function digestOnce(method: string, digest: (bytes: Bytes) => Bytes, bytes: Uint8Array): Bytes {
  const known = taken.get(bytes) ?? new Map<string, Bytes>();
  taken.set(bytes, known);
  const before = known.get(method);
  if (before) return before;
  const made = digest(bytes);
  known.set(method, made);
  return made;
}

function checkReferences(
  pack: OfdPackage,
  from: string,
  signedInfo: XmlElement,
): { checks: Check[]; covered: Set<string> } {
  const references = childOf(signedInfo, 'References');
  const method = references?.attributes.get('CheckMethod') ?? 'MD5';
  const digest = digests[method];
  const covered = new Set<string>();
  if (!references || !digest) {
    return {
      checks: [check('reference', 'failed', `不接受的杂凑算法 ${method}`, `digest ${method} is not accepted`, from)],
      covered,
    };
  }
  const checks = childrenOf(references, 'Reference').map((node) => {
    const said = node.attributes.get('FileRef') ?? '';
    const file = pack.resolve(from, said);
    const bytes = file ? pack.files.get(file) : undefined;
    if (!file || !bytes)
      return check('reference', 'failed', '受保护的文件不见了', 'a protected file is missing', file ?? said);
    covered.add(file);
    const expected = Buffer.from(textOf(node, 'CheckValue') ?? '', 'base64');
    const isSame = sameBytes(expected, digestOnce(method, digest, bytes));
    return isSame
      ? check('reference', 'passed', '与签章时一致', 'as it was when sealed', file)
      : check('reference', 'failed', '签章之后被改动', 'changed after sealing', file);
  });
  return { checks, covered };
}

/** What the document shows must be protected; where the list itself is, nothing at all may have been added. */
function checkCoverage(pack: OfdPackage, document: OfdDocument, walked: readonly Walked[]): Check[] {
  const covered = new Set(walked.flatMap((one) => [...one.covered]));
  const own = new Set(walked.flatMap((one) => one.own));
  const isLocked = document.signatures !== undefined && covered.has(document.signatures);
  const checks: Check[] = [];
  for (const file of pack.files.keys()) {
    if (covered.has(file) || own.has(file)) continue;
    // The entry file changes when a signature is added, so some makers leave it out: a notice, no failure.
    const isShown = document.usedFiles.has(file) && file !== 'OFD.xml';
    if (isLocked || isShown) {
      checks.push(check('coverage', 'failed', '不在印章的保护之内', 'not protected by the seal', file));
    } else if (file !== document.signatures) {
      checks.push(check('coverage', 'unknown', '不在保护之内，也不参与显示', 'not protected, and not shown', file));
    }
  }
  if (checks.length === 0) {
    checks.push(
      check(
        'coverage',
        'passed',
        `全部 ${pack.files.size} 个文件都在保护之内`,
        `all ${pack.files.size} files are protected`,
      ),
    );
  }
  return checks;
}
