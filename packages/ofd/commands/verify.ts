import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseCertificatesPem } from '@zhengtong/crypto';
import { civilDateAt, clockTimeAt, toInstant } from '@zhengtong/kernel';
import { type Check, type SealReport, sayRefusal, type VerifyReport, verifyOfd } from '../src/index.ts';

export const summary = '验证 OFD 的电子印章，逐项说明 · verify the seals of an OFD file and say what was checked';
export const usage = '用法 usage: verify notice.ofd [--trust 根.pem]';

const marks = { passed: '✓', failed: '✗', unknown: '?' } as const;
const verdicts: Record<VerifyReport['verdict'], string> = {
  valid: '有效：全部检查通过，证书链至受信任的根 · VALID',
  intact: '完整：未被改动；但签章者身份未能确认（用 --trust 根.pem 指定受信任的根）· INTACT, signer not anchored',
  unknown: '不能判断：含有本程序不能验证的签名 · UNKNOWN, a kind of signature not verified here',
  broken: '无效：至少一项检查不通过 · BROKEN',
  unsigned: '没有电子印章，无从验证 · NO SEAL',
};

/** Exit code 0 for valid or intact, 1 for anything else, 2 where the file cannot be read as OFD. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { trust: { type: 'string' } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) {
    console.error(usage);
    return 2;
  }
  const trusted = values.trust ? parseCertificatesPem(readFileSync(values.trust, 'utf8')) : undefined;
  if (trusted && (!trusted.ok || trusted.value.length === 0)) {
    console.error(`✗ 读不出证书 cannot read certificates: ${values.trust}`);
    return 2;
  }
  const report = verifyOfd(readFileSync(file), { anchors: trusted?.ok ? trusted.value : [] });
  if (!report.ok) {
    console.error(`✗ ${sayRefusal(report.refusal)}`);
    return 2;
  }
  for (const seal of report.value.seals) printSeal(seal);
  console.log(`\n${verdicts[report.value.verdict]}`);
  if (report.value.notChecked.length > 0) {
    console.log('\n未检查 not checked:');
    for (const { zh, en } of report.value.notChecked) console.log(`  – ${zh} · ${en}`);
  }
  return report.value.verdict === 'valid' || report.value.verdict === 'intact' ? 0 : 1;
}

function printSeal(seal: SealReport): void {
  const at = seal.sealedAt === undefined ? '?' : sayBeijing(seal.sealedAt);
  console.log(
    `印章 seal: ${seal.sealName ?? '?'}  签章者 signer: ${seal.signer ?? '?'}  ${at}  ${seal.standard ?? ''}`,
  );
  const references = seal.checks.filter((one) => one.step === 'reference' && one.verdict === 'passed');
  for (const one of seal.checks) if (!references.includes(one)) printCheck(one);
  if (references.length > 0) {
    console.log(`  ✓ ${references.length} 个文件与签章时一致 · files as they were when sealed`);
  }
}

/** `2026-11-29 10:17 北京时间`: the one legal time, whatever the zone of this machine. */
function sayBeijing(at: number): string {
  const instant = toInstant(at);
  return `${civilDateAt(instant)} ${clockTimeAt(instant)} 北京时间 Beijing time`;
}

const printCheck = (one: Check): void =>
  console.log(`  ${marks[one.verdict]} ${one.file ? `${one.file} ` : ''}${one.zh} · ${one.en}`);
