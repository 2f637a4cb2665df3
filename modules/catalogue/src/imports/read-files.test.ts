import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { UnreadableFile } from './decode-text.ts';
import { runImport } from './open-for-command.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { type Row, readRows } from './read-rows.ts';
import { readTree } from './read-tree.ts';

const needed = ['code', 'name'];
const bytes = (...parts: (string | Uint8Array)[]) => Readable.from(parts.map((part) => Buffer.from(part)));

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const namesOf = async (stream: Readable) => (await all(readCsv(stream, needed))).map(({ cells }) => cells.name);

test('a list in GB 18030, as most desks save it, gives the same names as one in UTF-8', async () => {
  // 广安市 in GB 18030.
  const name = Buffer.from([0xb9, 0xe3, 0xb0, 0xb2, 0xca, 0xd0]);
  assert.deepEqual(await namesOf(bytes('code,name\n5116,', name, '\n')), ['广安市']);
  assert.deepEqual(await namesOf(bytes('\uFEFFcode,name\r\n5116,广安市\r\n')), ['广安市']);
  const sixteen = Buffer.from('\uFEFFcode,name\n5116,广安市', 'utf16le');
  assert.deepEqual(await namesOf(bytes(sixteen)), ['广安市']);
});

test('a character cut in two between pieces of a file arrives whole', async () => {
  const whole = Buffer.from(`code,name\n${'11,北京市\n'.repeat(9000)}`);
  const cut = Readable.from([whole.subarray(0, 65_537), whole.subarray(65_537, 65_538), whole.subarray(65_538)]);
  assert.equal((await namesOf(cut)).filter((name) => name === '北京市').length, 9000);
});

test('a workbook, an empty file and a first line without the columns are refused with what to do', async () => {
  const refused = async (stream: Readable, words: RegExp) =>
    assert.rejects(
      all(readCsv(stream, needed)),
      (error) => error instanceof UnreadableFile && words.test(error.message),
    );
  await refused(bytes('PK\u0003\u0004…'), /另存为 CSV.*Save it as CSV/s);
  await refused(bytes(''), /空的/);
  await refused(bytes('编码,名称\n11,北京市'), /缺 code、name/);
  await refused(bytes('code,name\n', '11,北京市\n'.repeat(9000), new Uint8Array([0xff, 0xff, 0xff])), /编码混杂/);
});

test('a quote that is never closed costs its own line and no other', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => `${at},村${at}`);
  const rows = await all(readCsv(bytes(['code,name', '7,"坏', ...lines].join('\n')), needed));
  assert.deepEqual(
    rows.filter(({ wrong }) => wrong).map(({ line }) => line),
    [2],
  );
  assert.deepEqual(
    rows.slice(1).map(({ cells }) => `${cells.code},${cells.name}`),
    lines,
  );
});

test('a quoted cell may hold commas, quotes and line breaks', async () => {
  const [row] = await all(readCsv(bytes('code,name\n1,"a, ""b""\nc"\n'), needed));
  assert.equal(row?.cells.name, 'a, "b"\nc');
});

test('a tree of divisions is read from the top down', async () => {
  const tree = [
    { code: '51', name: '四川省', children: [{ code: '5116', name: '广安市' }] },
    { code: '11', name: '北京市' },
  ];
  const rows = await all(readTree(bytes(JSON.stringify(tree))));
  assert.deepEqual(
    rows.map(({ cells }) => cells.code),
    ['51', '5116', '11'],
  );
  await assert.rejects(all(readTree(bytes('{"香港":[]}'))), UnreadableFile);
});

test('one object laid out over several lines is one record', async () => {
  const found = await all(readRows(bytes('\n{\n  "name": "居住证"\n}\n')));
  assert.deepEqual(
    found.map(({ value }) => value),
    [{ name: '居住证' }],
  );
});

test('whatever bytes a file holds, each reader ends with rows or says why not', async () => {
  const dread = fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '[',
    '{',
    '}',
    '\0',
    '\uFEFF',
    '\uD800',
    'code,name\n',
    '村',
  );
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one)),
    fc.array(fc.oneof(dread, fc.string()), { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(content, async (file) => {
      const readers: ((stream: Readable) => AsyncIterable<CsvRow | Row>)[] = [
        (stream) => readCsv(stream, needed),
        readRows,
        readTree,
      ];
      for (const read of readers) {
        try {
          await all(read(Readable.from([file])));
        } catch (error) {
          assert.ok(error instanceof UnreadableFile, String(error));
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('a folder, a missing file and a .gz that is none end a command with one sentence, also when nobody reads yet', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zt-import-'));
  const broken = join(folder, 'list.gz');
  writeFileSync(broken, 'no archive');
  const said: string[] = [];
  t.mock.method(console, 'error', (text: string) => void said.push(text));
  for (const path of [folder, join(folder, 'none'), broken]) {
    const read = async ({ stream }: { stream: Readable }): Promise<void> => {
      // As long as a database takes to start.
      await wait(50);
      await buffer(stream);
    };
    assert.equal(await runImport('', path, read), 1, path);
    assert.match(said.at(-1) ?? '', /[一-鿿].* · (Cannot read|There is no such file).*zt-import/);
  }
});
