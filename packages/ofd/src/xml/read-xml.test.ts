import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readXml } from './read-xml.ts';
import { element, xmlFile } from './write-xml.ts';

const reasonOf = (source: string): string => {
  const read = readXml(new TextEncoder().encode(source));
  return read.ok ? 'read' : read.refusal.reason;
};

test('a document type is refused, hence entities that grow and files from outside', () => {
  assert.equal(reasonOf('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'), 'doctype');
  assert.equal(reasonOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), 'doctype');
  assert.equal(reasonOf('<a>&b;</a>'), 'malformed');
});

test('what is not well-formed is refused, not mended', () => {
  for (const source of [
    '',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a x=1/>',
    '<a x="1" x="2"/>',
    '<a>\u0000</a>',
    'text',
    '<a>&#0;</a>',
  ]) {
    assert.equal(reasonOf(source), 'malformed', JSON.stringify(source));
  }
});

test('elements nested too deep are refused without exhausting the stack', () => {
  assert.equal(reasonOf(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`), 'too-deep');
});

test('bytes that are no UTF-8 are refused', () => {
  const read = readXml(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e));
  assert.equal(!read.ok && read.refusal.reason, 'not-utf8');
});

test('any text survives being written and read; what XML cannot hold becomes U+FFFD', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const read = readXml(xmlFile(element('A', { B: text }, text)));
      // Line ends and blanks in attributes are normalised by XML itself.
      return (
        read.ok &&
        (/[\p{Cc}\ufffe\uffff]|\p{Surrogate}/u.test(text) ||
          (read.value.text === text && read.value.attributes.get('B') === text))
      );
    }),
  );
});
