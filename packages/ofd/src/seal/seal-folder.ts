import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Bytes,
  exportSm2PrivatePem,
  importSm2PrivateKey,
  parseCertificatesPem,
  writePem,
} from '@zhengtong/crypto';
import type { DemoSeal } from './demo-seal.ts';
import { readSeal } from './ses.ts';
import { type Signer, signerOf } from './write-ses.ts';

/** A seal that is ready to be used: what shows, and who signs. */
export type OpenSeal = {
  readonly seal: Uint8Array;
  readonly signer: Signer;
  readonly name: string;
  /** Of the face, millimetres. */
  readonly diameter: number;
  /** Made up on the spot for a demonstration: the paper says so. */
  readonly isDemo: boolean;
};

/** A folder of a seal that cannot be used, for the operator, in both languages. */
export class SealError extends Error {}

const names = {
  seal: 'seal.esl',
  certificate: 'signer.pem',
  key: 'signer.key',
  command: 'sign.json',
  root: 'root.pem',
  demo: 'demonstration',
} as const;

/**
 * A folder with an organisation's seal: `seal.esl` (SESeal of its maker), `signer.pem` (certificate of who seals), and
 * either `signer.key` (SM2, PKCS#8 in PEM) or `sign.json`, the program and words of a certified module: it gets the bytes
 * to sign on its standard input and answers the DER signature. Undefined where there is no such folder; throws
 * `SealError` where it cannot work.
 */
export function openSealFolder(folder: string): OpenSeal | undefined {
  const at = (name: keyof typeof names): string => join(folder, names[name]);
  if (!existsSync(at('seal'))) return undefined;
  const bytes = new Uint8Array(readFileSync(at('seal')));
  const seal = readSeal(bytes);
  if (!seal.ok) throw fail(folder, 'seal.esl 不是电子印章', 'seal.esl is no seal of GB/T 38540');
  const certificates = existsSync(at('certificate'))
    ? parseCertificatesPem(readFileSync(at('certificate'), 'utf8'))
    : undefined;
  const certificate = certificates?.ok ? certificates.value[0] : undefined;
  if (!certificate) throw fail(folder, 'signer.pem 里没有证书', 'signer.pem holds no certificate');
  return {
    seal: bytes,
    signer: signerIn(folder, certificate.raw),
    name: seal.value.name,
    diameter: seal.value.picture.width,
    isDemo: existsSync(at('demo')),
  };
}

function signerIn(folder: string, certificate: Bytes): Signer {
  const at = (name: keyof typeof names): string => join(folder, names[name]);
  if (existsSync(at('command'))) {
    const [program, ...words] = JSON.parse(readFileSync(at('command'), 'utf8')) as string[];
    if (!program) throw fail(folder, 'sign.json 应为程序和参数的列表', 'sign.json must list a program and its words');
    return { certificate, sign: (message) => askModule(folder, program, words, message) };
  }
  const key = existsSync(at('key')) ? importSm2PrivateKey(readFileSync(at('key'), 'utf8')) : undefined;
  if (!key?.ok) throw fail(folder, 'signer.key 不是 SM2 私钥', 'signer.key is no SM2 private key');
  return signerOf(key.value, certificate);
}

/** Runs the module's own program; drawing waits in its thread meanwhile, nobody else does. */
function askModule(folder: string, program: string, words: readonly string[], message: Bytes): Uint8Array {
  const { status, stdout, stderr, error } = spawnSync(program, words, { input: message, timeout: 10_000 });
  if (error || status !== 0 || stdout.length === 0) {
    const said = error?.message ?? stderr.toString().trim();
    throw fail(folder, `签章程序 ${program} 没有签名：${said}`, `${program} did not sign: ${said}`);
  }
  return new Uint8Array(stdout);
}

const fail = (folder: string, zh: string, en: string): SealError =>
  new SealError(`印章 ${folder} 不能使用：${zh}。 · The seal in ${folder} cannot be used: ${en}.`);

/** Puts a demonstration seal where `openSealFolder` finds it; the key lies in the folder, readable by its owner alone. */
export function writeDemoSealFolder(folder: string, { seal, privateKey, signer, root }: DemoSeal): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const put = (name: keyof typeof names, content: string | Uint8Array): void =>
    writeFileSync(join(folder, names[name]), content, { mode: 0o600 });
  put('certificate', writePem('CERTIFICATE', signer.certificate));
  put('key', exportSm2PrivatePem(privateKey));
  put('root', writePem('CERTIFICATE', root));
  put('demo', '演示印章，不具效力 · a demonstration seal without any force\n');
  // Last: a folder without it is no seal.
  put('seal', seal);
}
