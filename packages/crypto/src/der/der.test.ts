import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findHex, toHex } from '../bytes.ts';
import {
  checkDerDeeply,
  der,
  openDer,
  readBits,
  readBoolean,
  readDer,
  readInteger,
  readOid,
  readText,
  readTime,
  tryDer,
} from './index.ts';

const hex = (text: string): Uint8Array => findHex(text.replaceAll(' ', '')) as Uint8Array;
const reasonOf = (read: () => unknown): string => {
  const result = tryDer(read);
  return result.ok ? 'read' : result.refusal.reason;
};

test('what is not the one DER encoding of a value is not read', () => {
  const refused: [string, string][] = [
    ['', 'cut-off'],
    ['02', 'cut-off'],
    ['02 01', 'cut-off'],
    ['02 01 01 00', 'trailing-bytes'],
    ['02 81 01 01', 'length-not-minimal'],
    ['04 82 00 01 00', 'length-not-minimal'],
    ['30 80 00 00', 'indefinite-length'],
    ['02 85 00 00 00 00 01 01', 'length-too-long'],
    ['1f 81 01 00', 'long-tag'],
    ['00 00', 'end-of-contents'],
    ['24 03 04 01 00', 'wrong-form'],
    ['10 00', 'wrong-form'],
  ];
  for (const [bytes, reason] of refused)
    assert.equal(
      reasonOf(() => readDer(hex(bytes))),
      reason,
      bytes,
    );
});

test('a value with a second way to write it is read in the first only', () => {
  const refused: [() => unknown, string][] = [
    [() => readInteger(readDer(hex('02 00'))), 'integer-empty'],
    [() => readInteger(readDer(hex('02 02 00 7f'))), 'integer-not-minimal'],
    [() => readInteger(readDer(hex('02 02 ff 80'))), 'integer-not-minimal'],
    [() => readBoolean(readDer(hex('01 01 01'))), 'boolean-not-der'],
    [() => readBits(readDer(hex('03 02 01 01'))), 'bits-not-zero'],
    [() => readBits(readDer(hex('03 01 01'))), 'bits-unused'],
    [() => readOid(readDer(hex('06 02 80 01'))), 'oid-not-minimal'],
    [() => readOid(readDer(hex('06 01 81'))), 'oid-cut-off'],
    [() => readText(readDer(hex('13 01 40'))), 'text-alphabet'],
    [() => readText(readDer(hex('0c 02 c0 80'))), 'text-encoding'],
    [() => readTime(readDer(der.element(0x17, Buffer.from('260230000000Z')))), 'time-not-real'],
    [() => readTime(readDer(der.element(0x17, Buffer.from('2601010000Z')))), 'time-not-der'],
    [() => readTime(readDer(der.element(0x18, Buffer.from('20260101000000.50Z')))), 'time-not-der'],
  ];
  for (const [read, reason] of refused) assert.equal(reasonOf(read), reason);
});

test('every integer, text and identifier survives being written and read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n }), (n) => readInteger(readDer(der.integer(n))) === n),
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => readText(readDer(der.utf8(text))) === text));
  const arcs = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), fc.array(fc.nat()));
  fc.assert(
    fc.property(arcs, ([root, second, rest]) => {
      const oid = [root, second, ...rest].join('.');
      return readOid(readDer(der.oid(oid))) === oid;
    }),
  );
});

test('times are read to the second and years of two digits by the rule of RFC 5280', () => {
  const at = Date.UTC(2026, 10, 23, 1, 2, 3);
  assert.equal(readTime(readDer(der.utcTime(at))), at);
  assert.equal(readTime(readDer(der.generalizedTime(at))), at);
  assert.equal(readTime(readDer(hex('170d 3530 3031 3031 3030 3030 3030 5a'))), Date.UTC(1950, 0, 1));
  assert.throws(() => der.utcTime(Date.UTC(2050, 0, 1)), /1950 to 2049/);
});

test('the encoding of a known structure is byte for byte the published one', () => {
  assert.equal(toHex(der.oid('1.2.156.10197.1.501')), '06082a811ccf55018375');
  assert.equal(toHex(der.sequence(der.integer(-129), der.null(), der.boolean(true))), '30090202ff7f05000101ff');
});

test('nesting beyond any certificate is refused, and without using the stack', () => {
  let bytes: Uint8Array = der.null();
  for (let i = 0; i < 100; i++) bytes = der.sequence(bytes);
  assert.equal(
    reasonOf(() => checkDerDeeply(bytes)),
    'too-deep',
  );
  assert.equal(
    reasonOf(() => checkDerDeeply(Buffer.alloc(1_000_000, '3080', 'hex'))),
    'indefinite-length',
  );
});

test('children left over or missing are refused', () => {
  const pair = readDer(der.sequence(der.null(), der.null()));
  assert.equal(
    reasonOf(() => openDer(pair).end()),
    'extra-element',
  );
  assert.equal(
    reasonOf(() => {
      const cursor = openDer(pair);
      for (let i = 0; i < 3; i++) cursor.next();
    }),
    'missing-element',
  );
});
