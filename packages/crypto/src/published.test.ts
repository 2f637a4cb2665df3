// The worked examples that the national standards print, so that this package proves itself without any suite beside it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { findHex, toHex } from './bytes.ts';
import { der } from './der/index.ts';
import { hmacSm3, sm3 } from './digest.ts';
import { type Sm2CipherForm, sm2Decrypt } from './sm2/encrypt.ts';
import { exportSm2Point, importSm2Secret, sm2PublicKeyOf } from './sm2/keys.ts';
import { sm2Verify, sm2Za } from './sm2/sign.ts';
import { sm4CbcEncrypt, sm4Ctr, sm4EcbEncrypt } from './sm4/modes.ts';

const hex = (text: string): Uint8Array => findHex(text)!;

// GB/T 32918.5-2017, annexes A and C: one key for both.
const secret = must(importSm2Secret(hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8')));
const publicKey = sm2PublicKeyOf(secret);

test('GB/T 32918.5: the key, ZA and signature of the standard come out', () => {
  const point = exportSm2Point(publicKey);
  assert.equal(
    toHex(point),
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  );
  assert.equal(toHex(sm2Za(point)), 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3');
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
  assert.ok(sm2Verify(publicKey, 'message digest', hex(r + s), { form: 'raw' }));
  assert.equal(sm2Verify(publicKey, 'message digest', hex(s + r), { form: 'raw' }), false);
});

test('GB/T 32918.5: the ciphertext of the standard opens in each of its three forms, and in no other', () => {
  const x = '04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73';
  const y = 'e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0';
  const c3 = '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766';
  const c2 = '21886ca989ca9c7d58087307ca93092d651efa';
  const numbers = [x, y].map((number) => der.integer(BigInt(`0x${number}`)));
  const written: [Sm2CipherForm, Uint8Array][] = [
    ['raw', hex(`04${x}${y}${c3}${c2}`)],
    ['raw-c1c2c3', hex(`04${x}${y}${c2}${c3}`)],
    ['der', der.sequence(...numbers, der.octetString(hex(c3)), der.octetString(hex(c2)))],
  ];
  for (const [form] of written)
    for (const [other, bytes] of written) {
      const opened = sm2Decrypt(secret, bytes, form);
      assert.equal(opened.ok, form === other, `${other} read as ${form}`);
      if (opened.ok) assert.equal(Buffer.from(opened.value).toString(), 'encryption standard');
    }
});

test('GB/T 32905 and GB/T 15852.2: SM3 of the examples and of a million letters, HMAC-SM3', () => {
  const digests: [string, string][] = [
    ['', '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
    ['a'.repeat(1_000_000), 'c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3'],
  ];
  for (const [text, digest] of digests) assert.equal(toHex(sm3(text)), digest);
  const key = hex('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20');
  const message = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2);
  assert.equal(toHex(hmacSm3(key, message)), 'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a');
});

// The standard's second example, a million rounds, takes seconds and runs in `npm run conformance crypto`.
test('GB/T 32907: one block; CBC and CTR as draft-ribose-cfrg-sm4 prints them', () => {
  const key = hex('0123456789abcdeffedcba9876543210');
  assert.equal(toHex(sm4EcbEncrypt(key, key, 'none')), '681edf34d206965e86b3e94f536e4246');
  const iv = hex('000102030405060708090a0b0c0d0e0f');
  const text = (letters: string, times: number): Uint8Array =>
    hex([...letters].map((letter) => letter.repeat(times)).join(''));
  assert.equal(
    toHex(sm4CbcEncrypt(key, iv, text('abcdefab', 8), 'none')),
    '78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d',
  );
  assert.equal(
    toHex(sm4Ctr(key, iv, text('abcdefab', 16))),
    'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
  );
});
