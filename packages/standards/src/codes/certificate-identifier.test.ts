import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { makeCertificateIdentifier, parseCertificateIdentifier } from './certificate-identifier.ts';
import { mod3736 } from './check-digits.ts';

const live = [
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0',
  '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
  '1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3',
];

test('the check character follows ISO 7064 MOD 37,36', () => {
  assert.equal(mod3736('A12425GABC1234002'), 'M');
});

test('identifiers of live certificates are read and made again', () => {
  for (const text of live) {
    const identifier = must(parseCertificateIdentifier(text));
    assert.equal(makeCertificateIdentifier(identifier), text);
  }
});

test('a wrong check character is refused with the parts, so that a foreign number can still be kept', () => {
  const refused = parseCertificateIdentifier(`${live[0]?.slice(0, -1)}M`);
  assert.ok(!refused.ok && refused.refusal.kind === 'wrong-check-character');
  assert.equal(refused.refusal.parts.serial, '20230000403');
});

test('another root, a missing part and version 000 are refused', () => {
  const kinds = ['', '1.2.156.3005.3.X.Y.1.001.0', '1.2.156.3005.2.X.Y', live[0]!.replace('.001.', '.000.')].map(
    (text) => {
      const parsed = parseCertificateIdentifier(text);
      return parsed.ok ? 'ok' : parsed.refusal.kind;
    },
  );
  assert.deepEqual(kinds, ['empty', 'wrong-root', 'wrong-shape', 'wrong-shape']);
});

test('parts that have not the shape of the standard are a fault when an identifier is made', () => {
  assert.throws(() => makeCertificateIdentifier({ type: 'X', issuer: 'Y', serial: '1', version: '001' }));
});

test('one wrong character of the serial is always found out', () => {
  const char = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  fc.assert(
    fc.property(fc.array(char, { minLength: 1, maxLength: 32 }), fc.nat(), char, (chars, place, other) => {
      const at = place % chars.length;
      const parts = { type: '11100000000013338W001', issuer: '11100000000013338W', version: '001' };
      const text = makeCertificateIdentifier({ ...parts, serial: chars.join('') });
      const changed = chars.with(at, other).join('');
      const parsed = parseCertificateIdentifier(text.replace(`.${chars.join('')}.`, `.${changed}.`));
      assert.equal(parsed.ok, other === chars[at]);
    }),
    { numRuns: 1000 },
  );
});
