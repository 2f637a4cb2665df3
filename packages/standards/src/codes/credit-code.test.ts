import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { creditAlphabet, creditCheck } from './check-digits.ts';
import { parseCreditCode, parseOrganisationCode } from './credit-code.ts';
import { findDepartmentCode } from './department-code.ts';

const kindOf = (text: string): string => {
  const parsed = parseCreditCode(text);
  return parsed.ok ? 'ok' : parsed.refusal.kind;
};

// The worked example of GB 32100 and codes that public bodies and firms print themselves.
const sound = [
  '91350100M000100Y43',
  '11100000000013338W',
  '11430000006122244L',
  '11110000000021135M',
  '11370800MB28559184',
  '11100000MB03271699',
  '12441500196720244T',
  '914403001922038216',
  '91440300708461136T',
  '9144030071526726XG',
  '91110108551385082Q',
  '91330100799655058B',
];

test('codes in public use are accepted, and hold a sound organisation code', () => {
  for (const code of sound.slice(1)) {
    const parsed = must(parseCreditCode(code));
    assert.equal(parsed.isOrganisationCodeSound, true, code);
    assert.equal(must(parseOrganisationCode(parsed.organisationCode)), code.slice(8, 17));
  }
  assert.equal(must(parseCreditCode(sound[0]!)).code, sound[0]);
});

test('codes with a wrong check place are refused', () => {
  for (const code of ['91350100M000100Y4Z', '914403001922038217', '91310115MA1H8R7C6D', '91110108717809965C'])
    assert.notEqual(kindOf(code), 'ok', code);
});

test('the letters that are not used are pointed at', () => {
  const refused = parseCreditCode('9135O100M000100Y43');
  assert.ok(!refused.ok && refused.refusal.kind === 'letter-not-used' && refused.refusal.at === 4);
  assert.equal(kindOf('913A0100M000100Y43'), 'wrong-character');
  assert.equal(kindOf('9135'), 'wrong-length');
  assert.equal(kindOf('  '), 'empty');
});

test('small letters are accepted and stored large', () => {
  assert.equal(must(parseCreditCode('91350100m000100y43')).code, '91350100M000100Y43');
});

test('one wrong place is always found out', () => {
  const place = fc.constantFrom(...creditAlphabet);
  const body = fc.tuple(place, place, fc.stringMatching(/^\d{6}$/), fc.array(place, { minLength: 9, maxLength: 9 }));
  fc.assert(
    fc.property(body, fc.nat(17), place, ([a, b, area, subject], at, other) => {
      const start = `${a}${b}${area}${subject.join('')}`;
      const code = start + creditCheck(start);
      assert.equal(kindOf(code), 'ok');
      if (code[at] !== other) assert.notEqual(kindOf(code.slice(0, at) + other + code.slice(at + 1)), 'ok');
    }),
    { numRuns: 2000 },
  );
});

test('the sample of GB 11714 is read with and without its dash', () => {
  assert.equal(must(parseOrganisationCode('D2143569-X')), 'D2143569X');
  assert.equal(must(parseOrganisationCode('d2143569x')), 'D2143569X');
  assert.equal(parseOrganisationCode('D2143569-1').ok, false);
  assert.equal(parseOrganisationCode('D214356').ok, false);
});

test('a department’s code of another system is read, not refused', () => {
  const systems = ['11511301452259996u', '68236467-9', '00877836X', '1151130000877869M', '11736', 'TE4401135000001190'];
  assert.deepEqual(
    systems.map((code) => findDepartmentCode(code)?.system),
    ['credit-code', 'organisation-code', 'organisation-code', 'local', 'local', 'local'],
  );
  assert.equal(findDepartmentCode('11511301008778183N')?.organisationCode, '008778183');
  assert.equal(findDepartmentCode(' '), undefined);
});

test('all department codes of a real list are read', (t) => {
  const file = join(import.meta.dirname, '../../../../..', 'shared/data/service-items/guangan-511602.jsonl');
  if (!existsSync(file)) return t.diagnostic(`not compared: ${file} is absent`);
  const codes = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).deptCode as string);
  assert.equal(codes.filter((code) => findDepartmentCode(code) === undefined).length, 0);
  assert.equal(new Set(codes).size, 39);
});
