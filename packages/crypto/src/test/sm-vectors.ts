// The published numbers of SM2, SM3 and SM4, forward and back, and every one-bit change of a signature or ciphertext.
import { readFileSync } from 'node:fs';
import {
  fromNumber,
  importSm2Point,
  importSm2Secret,
  sm2Decrypt,
  sm2SignatureToDer,
  sm2Verify,
  sm2Za,
  sm3,
  sm4CbcDecrypt,
  sm4CbcEncrypt,
  sm4Ctr,
  sm4EcbDecrypt,
  sm4EcbEncrypt,
  toHex,
} from '../index.ts';
import { sm2A, sm2B, sm2Field, sm2Gx, sm2Gy, sm2Order } from '../sm2/curve.ts';
import { encryptWith } from '../sm2/encrypt.ts';
import { expectSame, judge, type Tally } from './tally.ts';

type Row = Readonly<Record<string, string>>;
type VectorFile = Readonly<Record<string, readonly Row[]>>;

const hex = (row: Row, name: string): Uint8Array => new Uint8Array(Buffer.from(row[name] ?? '', 'hex'));
const lower = (row: Row, ...names: string[]): string => names.map((name) => row[name]?.toLowerCase()).join('');
const say = (isAccepted: boolean) => (isAccepted ? 'accept' : 'reject');

const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

function runSignature(row: Row, tally: Tally): void {
  const key = importSm2Point(hex(row, 'pub'));
  const secret = importSm2Secret(hex(row, 'd'));
  if (!key.ok || !secret.ok) {
    expectSame(tally, 'SM2 key', 'refused', 'imported');
    return;
  }
  expectSame(tally, 'SM2 ZA', toHex(sm2Za(hex(row, 'pub'), row.id)), lower(row, 'ZA'));
  const raw = new Uint8Array([...hex(row, 'r'), ...hex(row, 's')]);
  const message = row.msg ?? '';
  const options = { id: row.id ?? '', form: 'raw' } as const;
  judge(tally, 'SM2 raw', 'valid', () => say(sm2Verify(key.value, message, raw, options)));
  const written = sm2SignatureToDer(raw) ?? raw;
  judge(tally, 'SM2 DER', 'valid', () => say(sm2Verify(key.value, message, written, { id: row.id ?? '' })));
  judge(tally, 'SM2 other ID', 'invalid', () => say(sm2Verify(key.value, message, raw, { ...options, id: '' })));
  for (let bit = 0; bit < raw.length * 8; bit += 3) {
    const changed = flip(raw, bit);
    judge(tally, `SM2 bit ${bit}`, 'invalid', () => say(sm2Verify(key.value, message, changed, options)));
  }
}

function runEncryption(row: Row, tally: Tally): void {
  const secret = importSm2Secret(hex(row, 'd'));
  const parts = encryptWith(BigInt(`0x${row.k}`), hex(row, 'pub'), Buffer.from(row.msg ?? ''));
  if (!secret.ok || !parts) {
    expectSame(tally, 'SM2 encryption', 'refused', 'done');
    return;
  }
  expectSame(tally, 'SM2 C1C3C2', toHex(parts.c1) + toHex(parts.c3) + toHex(parts.c2), lower(row, 'C1', 'C3', 'C2'));
  const whole = new Uint8Array([...parts.c1, ...parts.c3, ...parts.c2]);
  const open = (bytes: Uint8Array): boolean => {
    const opened = sm2Decrypt(secret.value, bytes, 'raw');
    return opened.ok && Buffer.from(opened.value).toString() === row.msg;
  };
  judge(tally, 'SM2 decrypt', 'valid', () => say(open(whole)));
  for (let bit = 0; bit < whole.length * 8; bit += 13)
    judge(tally, `SM2 ciphertext bit ${bit}`, 'invalid', () => say(open(flip(whole, bit))));
}

function runSm4Ecb(row: Row, tally: Tally): void {
  const rounds = Number(row.iterations ?? 1);
  // A million rounds are the standard's own example 2; 16 bytes at a time through one-shot calls takes seconds.
  let block = hex(row, 'pt');
  for (let i = 0; i < rounds; i++) block = sm4EcbEncrypt(hex(row, 'key'), block, 'none');
  expectSame(tally, `SM4-ECB × ${rounds}`, toHex(block), lower(row, 'ct'));
  if (rounds > 1) return;
  const back = sm4EcbDecrypt(hex(row, 'key'), block, 'none');
  expectSame(tally, 'SM4-ECB back', back.ok && toHex(back.value), lower(row, 'pt'));
}

function runSm4Cbc(row: Row, tally: Tally): void {
  const ciphertext = sm4CbcEncrypt(hex(row, 'key'), hex(row, 'iv'), hex(row, 'pt'));
  expectSame(tally, 'SM4-CBC', toHex(ciphertext), lower(row, 'ct'));
  const back = sm4CbcDecrypt(hex(row, 'key'), hex(row, 'iv'), ciphertext);
  expectSame(tally, 'SM4-CBC back', back.ok && toHex(back.value), lower(row, 'pt'));
}

type Section = (rows: readonly Row[], tally: Tally) => void;
const eachRow =
  (run: (row: Row, tally: Tally) => void): Section =>
  (rows, tally) => {
    for (const row of rows) run(row, tally);
  };

const sections: Readonly<Record<string, Section>> = {
  sm3: eachRow((row, tally) => expectSame(tally, 'SM3', toHex(sm3(row.msg ?? '')), lower(row, 'hash'))),
  sm2_sign: eachRow(runSignature),
  sm2_encrypt: eachRow(runEncryption),
  sm4_ecb: eachRow(runSm4Ecb),
  sm4_cbc_pkcs7: eachRow(runSm4Cbc),
  sm4_ctr: eachRow((row, tally) => {
    const ciphertext = sm4Ctr(hex(row, 'key'), hex(row, 'iv'), hex(row, 'pt'));
    expectSame(tally, 'SM4-CTR', toHex(ciphertext), lower(row, 'ct'));
  }),
};

function checkCurve(curve: Row, tally: Tally): void {
  const own = { p: sm2Field, a: sm2A, b: sm2B, n: sm2Order, gx: sm2Gx, gy: sm2Gy };
  for (const [name, value] of Object.entries(own)) expectSame(tally, `SM2 ${name}`, value, BigInt(`0x${curve[name]}`));
}

/** Every section of the file is run or named as out of scope. */
export function runSmVectors(path: string, tally: Tally): void {
  const file: VectorFile = JSON.parse(readFileSync(path, 'utf8'));
  for (const [name, rows] of Object.entries(file)) {
    const run = sections[name];
    if (run && Array.isArray(rows)) run(rows, tally);
    else if (name === 'sm2_curve') checkCurve(rows as unknown as Row, tally);
    else if (Array.isArray(rows))
      for (const row of rows)
        judge(tally, JSON.stringify(row), '', () => ({ outOfScope: `${name}: 未知的一节 · unknown section` }));
  }
  const zero = importSm2Secret(fromNumber(0n, 32));
  judge(tally, 'SM2 secret 0', 'invalid', () => say(zero.ok));
}
