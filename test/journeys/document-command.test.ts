// The two commands of a sealed notice, used as somebody would who has read no more than their usage.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildCertificate, exportSm2PrivatePem, generateSm2KeyPair, writePem } from '@zhengtong/crypto';
import { makeSeal, signerOf } from '@zhengtong/ofd';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'packages/ofd/examples/notice.md');
const folder = mkdtempSync(join(tmpdir(), 'document-'));
const at = (name: string): string => join(folder, name);
after(() => rmSync(folder, { recursive: true }));

function zhengtong(...words: string[]): { status: number | null; out: string } {
  const args = ['--import', './scripts/load-tsx.ts', 'scripts/run-found.ts', 'command', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, out: stdout + stderr };
}

/** Writes a seal, the key and the certificate of who may use it. */
function writeSealFiles(name: string): string[] {
  const day = 86_400_000;
  const [notBefore, notAfter] = [Date.now() - day, Date.now() + 300 * day];
  const [maker, user] = [generateSm2KeyPair(), generateSm2KeyPair()];
  const certify = (subject: string, publicKey: typeof maker.publicKey) =>
    buildCertificate({
      subject: [['CN', subject]],
      issuer: [['CN', '制章者']],
      publicKey,
      issuerKey: maker.privateKey,
      notBefore,
      notAfter,
    });
  const certificate = certify('测试市人民政府', user.publicKey);
  const seal = makeSeal(
    {
      vendor: 'zhengtong',
      id: '99010000000001',
      type: 1,
      name: '测试市人民政府',
      users: { kind: 'certificates', list: [certificate] },
      createdAt: notBefore,
      validFrom: notBefore,
      validTo: notAfter,
      picture: { type: 'png', bytes: Uint8Array.of(1), width: 45, height: 45 },
    },
    signerOf(maker.privateKey, certify('制章者', maker.publicKey)),
  );
  writeFileSync(at(`${name}.esl`), seal);
  writeFileSync(at(`${name}.key`), exportSm2PrivatePem(user.privateKey));
  writeFileSync(at(`${name}.pem`), writePem('CERTIFICATE', certificate));
  return ['--seal', at(`${name}.esl`), '--key', at(`${name}.key`), '--cert', at(`${name}.pem`)];
}

test('asked for help, a command says how it is used and does nothing', () => {
  for (const words of [
    ['backup', '--help'],
    ['document', 'x.md', '-h'],
    ['rules', 'check', '--help'],
  ]) {
    const { status, out } = zhengtong(...words);
    assert.equal(status, 0, out);
    assert.match(out, /usage/);
  }
  assert.equal(existsSync(join(root, '--help')), false);
});

test('one command makes a sealed notice from Markdown, another says what it checked and what it could not', () => {
  const made = zhengtong('document', example, '--out', at('notice.ofd'), '--root-out', at('root.pem'));
  assert.equal(made.status, 0, made.out);
  assert.match(made.out, /演示印章，不具效力/);
  const trusted = zhengtong('verify', at('notice.ofd'), '--trust', at('root.pem'));
  assert.equal(trusted.status, 0, trusted.out);
  assert.match(trusted.out, /有效：.*VALID/);
  assert.match(trusted.out, /未检查 not checked/);
  const unanchored = zhengtong('verify', at('notice.ofd'));
  assert.match(unanchored.out, /签章者身份未能确认/);
  const bytes = readFileSync(at('notice.ofd'));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(at('changed.ofd'), bytes);
  const changed = zhengtong('verify', at('changed.ofd'));
  assert.notEqual(changed.status, 0);
  assert.match(changed.out, /不能采信.*ask who issued it/);
});

test('files are those of the folder where somebody stands, not of the project', () => {
  const env = { ...process.env, INIT_CWD: folder };
  const args = ['--import', './scripts/load-tsx.ts', 'scripts/run-found.ts', 'command', 'verify', 'notice.ofd'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  assert.equal(status, 0, stdout);
  assert.match(stdout, /印章 seal/);
});

test('a seal of one’s own is put down, and one that does not go with its key leaves no file behind', () => {
  const [own, other] = [writeSealFiles('own'), writeSealFiles('other')];
  const sealed = zhengtong('document', example, '--out', at('own.ofd'), ...own);
  assert.equal(sealed.status, 0, sealed.out);
  assert.doesNotMatch(sealed.out, /演示印章/);
  const mixed = zhengtong('document', example, '--out', at('mixed.ofd'), ...own.slice(0, 2), ...other.slice(2));
  assert.equal(mixed.status, 1, mixed.out);
  assert.match(mixed.out, /盖章不成，没有写出文件/);
  const wrongKey = zhengtong('document', example, '--out', at('mixed.ofd'), ...own, '--key', at('other.key'));
  assert.match(wrongKey.out, /各应给 1 个/);
  const half = zhengtong('document', example, '--out', at('mixed.ofd'), ...own.slice(0, 2));
  assert.match(half.out, /--key.*各应给 1 个/);
  assert.equal(existsSync(at('mixed.ofd')), false);
});

test('what is wrong with the words of the command is said in one sentence, in both languages', () => {
  const cases: [words: string[], says: RegExp][] = [
    [['document', at('none.md'), '--out', at('a.ofd')], /none\.md：没有这个文件或文件夹 · no such file/],
    [['document', example, '--out', at('none/a.ofd')], /none\/a\.ofd：没有这个文件或文件夹/],
    [['document', example, '--out', at('a.ofd'), '--sael', 'x'], /没有这个选项 · no such option/],
    [['document', example, '--out', at('a.docx')], /用法 usage/],
    [['verify', at('none.ofd')], /none\.ofd：没有这个文件或文件夹/],
    [['verify', example], /这不是 OFD 文件.*选错了文件.*this is no OFD file/],
    [['verify', at('notice.ofd'), '--trust', example], /读不出证书/],
    [['check', 'document', example], /认不出文件的格式.*the format is not known/],
    [['check', 'document', at('none.ofd')], /没有这个文件或文件夹/],
  ];
  for (const [words, says] of cases) {
    const { status, out } = zhengtong(...words);
    assert.notEqual(status, 0, words.join(' '));
    assert.match(out, says, words.join(' '));
    assert.ok(!/\n\s+at /.test(out), out);
  }
});

test('a head that says what cannot be printed is refused by its key, and nothing is left out in silence', () => {
  const text = readFileSync(example, 'utf8');
  const cases: [from: string | RegExp, to: string, says: RegExp][] = [
    ['发文机关:', '发文机管:', /第3行：不认识“发文机管”/],
    ['主送机关:', '密级: 机秘\n主送机关:', /“密级”应如/],
    ['直径45毫米', '45', /“印章”应为/],
    ['成文日期: 2026-11-23', '成文日期: 2026-13-01', /“成文日期”缺少或不是日期/],
    [/^# .*$/m, '', /缺少标题/],
    [/^---[\s\S]*?---\n/, '', /没有用两行“---”围起来的要素/],
  ];
  for (const [from, to, says] of cases) {
    writeFileSync(at('bad.md'), text.replace(from, to));
    const { status, out } = zhengtong('document', at('bad.md'), '--out', at('bad.ofd'));
    assert.equal(status, 1, out);
    assert.match(out, says);
  }
  assert.equal(existsSync(at('bad.ofd')), false);
});
