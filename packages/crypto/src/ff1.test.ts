import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { findHex } from './bytes.ts';
import { codeAlphabets, createFf1, createTextFf1 } from './ff1.ts';

const hex = (text: string): Uint8Array => findHex(text)!;
const keys = {
  128: hex('2B7E151628AED2A6ABF7158809CF4F3C'),
  192: hex('2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F'),
  256: hex('2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94'),
};

test('the nine samples of NIST SP 800-38G come out', () => {
  const samples: [128 | 192 | 256, string, string, string][] = [
    [128, '', '0123456789', '2433477484'],
    [128, '39383736353433323130', '0123456789', '6124200773'],
    [128, '3737373770717273373737', '0123456789abcdefghi', 'a9tv40mll9kdu509eum'],
    [192, '', '0123456789', '2830668132'],
    [192, '39383736353433323130', '0123456789', '2496655549'],
    [192, '3737373770717273373737', '0123456789abcdefghi', 'xbj3kv35jrawxv32ysr'],
    [256, '', '0123456789', '6657667009'],
    [256, '39383736353433323130', '0123456789', '1001623463'],
    [256, '3737373770717273373737', '0123456789abcdefghi', 'xs8a0azh2avyalyzuwd'],
  ];
  for (const [size, tweak, text, expected] of samples) {
    const alphabet = /[a-z]/.test(text) ? '0123456789abcdefghijklmnopqrstuvwxyz' : codeAlphabets.digits;
    const machine = createTextFf1('aes', keys[size], alphabet);
    assert.equal(must(machine.encrypt(text, hex(tweak))), expected);
    assert.equal(must(machine.decrypt(expected, hex(tweak))), text);
  }
});

test('a code of any of our alphabets stays in it, keeps its length and comes back, under SM4 and AES', () => {
  for (const alphabet of Object.values(codeAlphabets))
    for (const cipher of ['sm4', 'aes'] as const) {
      const machine = createTextFf1(cipher, keys[128], alphabet);
      const code = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 6, maxLength: 40 });
      fc.assert(
        fc.property(code, fc.uint8Array({ maxLength: 40 }), (text, tweak) => {
          const hidden = must(machine.encrypt(text, tweak));
          const isAlike = hidden.length === text.length && [...hidden].every((letter) => alphabet.includes(letter));
          return isAlike && must(machine.decrypt(hidden, tweak)) === text;
        }),
        { numRuns: 30 },
      );
    }
});

test('what is too short to hide, or not in the alphabet, is refused', () => {
  const digits = createTextFf1('sm4', keys[128], codeAlphabets.digits);
  assert.deepEqual(digits.encrypt('12345'), { ok: false, refusal: { kind: 'too-short', atLeast: 6 } });
  assert.deepEqual(digits.encrypt('12345X'), { ok: false, refusal: { kind: 'not-in-alphabet' } });
  assert.deepEqual(digits.encrypt('１２３４５６'), { ok: false, refusal: { kind: 'not-in-alphabet' } });
  assert.equal(createFf1('aes', keys[128], 65_536).encrypt([65_536, 0]).ok, false);
  assert.equal(createFf1('aes', keys[128], 10).encrypt([1.5, 0, 0, 0, 0, 0]).ok, false);
  assert.equal(createFf1('aes', keys[128], 10).encrypt(new Array(5000).fill(0)).ok, false);
  assert.throws(() => createFf1('aes', keys[128], 1), /radix/);
  assert.throws(() => createFf1('sm4', keys[256], 10), /SM4 key/);
});

test('the whole domain of a million is permuted: no two codes meet', () => {
  const machine = createFf1('aes', keys[128], 1000);
  const seen = new Set<number>();
  for (let i = 0; i < 1000; i++) seen.add(must(machine.encrypt([7, i])).reduce((sum, one) => sum * 1000 + one, 0));
  assert.equal(seen.size, 1000);
});
