import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCertificateTypes } from './read-types.ts';

const type = {
  code: 'windmill-permit',
  typeCode: '11990000MB09900088001',
  name: '风车许可证',
  nameEn: 'Windmill permit',
  validMonths: 12,
  fields: [{ key: 'blades', label: { zh: '叶片', en: 'Blades' }, from: 'blades' }],
};

test('a written list of types is taken as it stands, for the division served', () => {
  const read = readCertificateTypes([type, { ...type, code: 'other', validMonths: null, note: 'x' }], '990100');
  assert.deepEqual(read, {
    ok: true,
    value: [
      { divisionCode: '990100', ...type },
      { divisionCode: '990100', ...type, code: 'other', validMonths: null },
    ],
  });
});

test('every mistake of a list is told at once, with its place', () => {
  const wrong = [
    { ...type, code: 'Windmill', typeCode: '119900001', validMonths: 0 },
    { ...type, nameEn: '', fields: [{ key: 'x', label: { zh: 'x' }, from: '' }] },
    type,
    type,
    null,
  ];
  const read = readCertificateTypes(wrong, '990100');
  const places = read.ok ? [] : read.refusal.problems.map((problem) => problem.split('：')[0]);
  for (const at of [
    '1.code',
    '1.typeCode',
    '1.validMonths',
    '2.nameEn',
    '2.fields.1.label',
    '2.fields.1.from',
    '5.code',
  ])
    assert.ok(places.includes(at), at);
  assert.ok(places.includes('windmill-permit'), 'a code given twice');
});

test('whatever is written in the file, it is taken or told why not', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.record({ ...mapped(type) }, { requiredKeys: [] }))), (given) => {
      const read = readCertificateTypes(given, '990100');
      assert.ok(read.ok || read.refusal.problems.every((problem) => / · /.test(problem)));
    }),
  );
});

/** Each field as it should be, or anything. */
const mapped = (one: object) =>
  Object.fromEntries(Object.entries(one).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.jsonValue())]));
