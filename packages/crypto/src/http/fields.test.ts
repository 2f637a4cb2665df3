import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { parseDictionaryField, parseItemField, parseListField } from './parse-fields.ts';
import { type BareItem, noParams, writeBareItem, writeDictionary, writeItem, writeList } from './structured-fields.ts';

const item = (text: string): string => {
  const parsed = parseItemField(text);
  return parsed.ok ? writeItem(parsed.value) : 'refused';
};

test('items are read by RFC 9651 and written in their one form', () => {
  const samples: [string, string][] = [
    ['42', '42'],
    ['-0', '0'],
    ['  042  ', '42'],
    ['4.50', '4.5'],
    ['1.0', '1.0'],
    ['-0.001', '-0.001'],
    ['999999999999999', '999999999999999'],
    ['"a \\"b\\" \\\\"', '"a \\"b\\" \\\\"'],
    ['*foo:/bar', '*foo:/bar'],
    [':aGVsbG8=:', ':aGVsbG8=:'],
    [':aGVsbG8:', ':aGVsbG8=:'],
    ['::', '::'],
    ['?1', '?1'],
    ['@1659578233', '@1659578233'],
    ['%"f%c3%bc%c3%bc"', '%"f%c3%bc%c3%bc"'],
    ['a;  b;c=1;b=?0', 'a;b=?0;c=1'],
  ];
  for (const [text, written] of samples) assert.equal(item(text), written, text);
});

test('items with any breach are refused whole', () => {
  for (const text of [
    '',
    '1000000000000000',
    '1234567890123.0',
    '1.',
    '1.2345',
    '-',
    '--1',
    '+1',
    '1 2',
    '"a',
    '"a\\n"',
    '"é"',
    '"\u007f"',
    ':aGVsbG8',
    ':aGV sbG8=:',
    ':aGVsbG8==:',
    ':a:',
    ':_-:',
    '?2',
    '?true',
    '@1.5',
    '%"%C3%BC"',
    '%"%ff"',
    '%"%"',
    '\t1',
    'a; =1',
    'a;B',
    'a ;b',
    '(a)',
  ])
    assert.equal(item(text), 'refused', JSON.stringify(text));
});

test('lists and dictionaries keep their order, and the last of a repeated key counts', () => {
  assert.equal(writeList(must(parseListField('a,\t"b";x ,  (c  d;y=1 );z'))), 'a, "b";x, (c d;y=1);z');
  assert.equal(writeDictionary(must(parseDictionaryField('a=1, b=(), a=?1;q, c;r=2'))), 'a;q, b=(), c;r=2');
  assert.equal(writeList(must(parseListField(''))), '');
  for (const text of ['a,', ',a', 'a b', '(a', '(a,b)', '(a"b")', 'a,,b'])
    assert.equal(parseListField(text).ok, false, text);
  for (const text of ['a=', 'A=1', '=1', 'a=1,', 'a=1 b=2', 'a=(1', '1=a', 'a=b;'])
    assert.equal(parseDictionaryField(text).ok, false, text);
});

test('decimals are written with three digits, the half rounded to even', () => {
  const samples: [number, string][] = [
    [0.0015, '0.002'],
    [0.0025, '0.002'],
    [1.23456, '1.235'],
    [-2, '-2.0'],
    [0, '0.0'],
    [1e-9, '0.0'],
    [999_999_999_999.999, '999999999999.999'],
  ];
  for (const [value, text] of samples) assert.equal(writeBareItem({ type: 'decimal', value }), text);
  assert.throws(() => writeBareItem({ type: 'decimal', value: 1e12 }), /decimal/);
});

test('every value that can be written is read back as the same', () => {
  const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<T>(model, { noNullPrototype: true });
  const bare: fc.Arbitrary<BareItem> = fc.oneof(
    record({ type: fc.constant('integer' as const), value: fc.integer({ min: -1e9, max: 1e9 }) }),
    record({ type: fc.constant('string' as const), value: fc.string({ unit: 'grapheme-ascii' }) }),
    record({ type: fc.constant('display' as const), value: fc.string({ unit: 'grapheme' }) }),
    record({ type: fc.constant('boolean' as const), value: fc.boolean() }),
  );
  fc.assert(
    fc.property(bare, (one) => {
      const parsed = must(parseItemField(writeItem({ item: one, params: noParams })));
      assert.deepEqual(parsed.item, one);
    }),
  );
});

test('a field of a megabyte is read or refused without a stack or a wait', () => {
  const long = 'a'.repeat(1_000_000);
  assert.ok(parseItemField(`"${long}"`).ok);
  assert.equal(parseItemField(`"${long}`).ok, false);
  assert.equal(parseListField('('.repeat(1_000_000)).ok, false);
  assert.equal(parseItemField(`:${long}`).ok, false);
});
