import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readZip } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const reasonOf = (bytes: Uint8Array): string => {
  const read = readZip(bytes);
  return read.ok ? 'read' : read.refusal.reason;
};
/** The archive with one name replaced by another of equal length, in header and directory. */
const renamed = (from: string, to: string): Uint8Array => {
  const bytes = Buffer.from(writeZip(new Map([[from, text('x')]])));
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1');
  return bytes;
};

test('what is written is read', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), fc.uint8Array({ maxLength: 300 })),
      (files) => {
        const unique = new Map(Object.entries(files));
        const read = readZip(writeZip(unique));
        return (
          read.ok &&
          [...unique].every(([name, bytes]) => Buffer.from(bytes).equals(Buffer.from(read.value.get(name) ?? [])))
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a name that leads out of the archive is refused', () => {
  for (const [from, to] of [
    ['aaaaaaaa', '../../a/'],
    ['aaaaaaaa', '/etc/pwd'],
    ['aaaaaaaa', 'c:\\a\\bbb'],
    ['aaaaaaaa', 'a/./b/cc'],
    ['aaaaaaaa', 'a\u0000bbbbbb'],
  ] as const) {
    assert.equal(reasonOf(renamed(from, to)), 'path', to);
  }
});

test('the same name twice, by case or at all, is refused', () => {
  const bytes = Buffer.from(
    writeZip(
      new Map([
        ['aa', text('1')],
        ['bb', text('2')],
      ]),
    ),
  );
  for (let at = bytes.indexOf('bb'); at >= 0; at = bytes.indexOf('bb', at + 1)) bytes.write('aA', at);
  assert.equal(reasonOf(bytes), 'name twice');
});

test('a header that names another file than the directory is refused', () => {
  const bytes = Buffer.from(writeZip(new Map([['OFD.xml', text('1')]])));
  bytes.write('OFE.xml', bytes.indexOf('OFD.xml'));
  assert.equal(reasonOf(bytes), 'local header disagrees with directory');
});

/** An archive with one deflated entry that announces `size` bytes. */
function announce(packed: Uint8Array, size: number): Buffer {
  // A picture is stored as it is; then its header and directory entry are changed.
  const bytes = Buffer.from(writeZip(new Map([['a.png', packed]])));
  const directory = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt16LE(8, directory + 10);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt32LE(size, directory + 24);
  return bytes;
}

test('an entry that unpacks to more than it announces is refused, whatever it would grow to', () => {
  const bytes = announce(deflateRawSync(new Uint8Array(50_000_000)), 1000);
  const before = process.memoryUsage().rss;
  assert.equal(reasonOf(bytes), 'content does not match its checksum');
  assert.ok(process.memoryUsage().rss - before < 40_000_000);
});

test('an entry packed beyond belief is refused before it is unpacked', () => {
  assert.equal(
    reasonOf(announce(deflateRawSync(new Uint8Array(30_000_000), { level: 9 }), 30_000_000)),
    'packed too tightly',
  );
});

test('more bytes in all than the limit are refused before they are unpacked', () => {
  assert.equal(reasonOf(announce(new Uint8Array(1000), 500_000_000)), 'too many bytes');
});

test('entries that share their bytes are refused', () => {
  const bytes = Buffer.from(
    writeZip(
      new Map([
        ['aa', text('same')],
        ['ab', text('same')],
      ]),
    ),
  );
  const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const second = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
  bytes.writeUInt32LE(0, second + 42);
  bytes.write('aa', 30);
  assert.notEqual(reasonOf(bytes), 'read');
});

test('an archive cut off anywhere is refused', () => {
  const bytes = writeZip(
    new Map([
      ['a/b', text('some text')],
      ['c', text('more')],
    ]),
  );
  for (let length = 0; length < bytes.length; length++) assert.notEqual(reasonOf(bytes.subarray(0, length)), 'read');
});
