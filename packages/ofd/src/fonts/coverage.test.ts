import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import type { FontRole, Layout } from '../layout/layout.ts';
import { readOfd } from '../read/read-ofd.ts';
import { fonts } from '../test/notice.ts';
import { writeOfd } from '../write/write-ofd.ts';
import { openFace } from './face.ts';
import { subsetFace } from './subset.ts';

// 通用规范汉字表 (国发〔2013〕23号): the characters of level 3 outside the BMP; with 鿍鿎鿏, since moved into it, 196.
const beyondBmp =
  '𠙶𬣙𨙸𬇕𬣞𬘓𫭟𫭢𫇭𫐄𫵷𣲘𣲗𬇙𬣡𫸩𨚕𫘜𬘘𫘝𦭜𬨂𬀩𬀪𬬩𫍣𬣳𬩽𬮿𬯀𫰛𬳵𬳶𫠊𬍛𬜬𦰡𪾢𪨰𫓧𬬮𬬱𬬭𦙶𬘡𬳽𬘩𫄧𪟝𬍤𫭼𬜯𬂩𫠆𨐈𬌗𫑡𪨶𬬸𬬻𬬹𬬿𬭁𫢸𫗧𬊈𬒈𨺙𬳿𫄨' +
  '𬘫𫮃𬱖𬟽𫓯𫟹𫟼𠅤𬇹𬍡𬤇𫍯𬤊𫍲𬯎𬘬𬘭𬴂𫘦𫟅𬘯𫘧𪣻𡎚𬃊𬷕𫐐𬹼𧿹𫶇𫖮𬭊𨱇𫓶𬭎𫖯𬱟𫛭𫷷𬮱𬊤𣸣𬴃𫘨𤧛𬪩𬒔𬨎𫐓𫫇𫓹𬭚𬭛𬕂𬶋𬶍𦝼𫔶𫌀𫖳𫘪𫘬𫞩𡐓𪤗𣗋𬸘𬒗𥔲𫚖𨱏𬭤𫚕𬶐𬶏𩽾𬸚𬤝𬙂𬭩𩾃' +
  '𬸣𫍽𬴊𬞟𥕢𫟦𬺈𫠜𪩘𬭬𨱑𬭯𫗴𬸦𫄷𤩽𬭳𬭶𫔍𬭸𨱔𬭼𫔎𬸪𬶟𬶠𬶨𦈡𫄸𬟁𥖨𦒍𬙊𬶭𩾌𨟠𬶮𨭉𬙋𤫉𬺓𫚭';
const chars = [...beyondBmp, ...'鿍鿎鿏'];
const roles: readonly FontRole[] = ['fangsong', 'xiaobiaosong', 'heiti', 'kaiti', 'songti'];

test('every face has every character of the national table that lies outside the BMP', () => {
  assert.equal(chars.length, 196);
  for (const role of roles) {
    const { face } = fonts.cut(role);
    assert.deepEqual(
      chars.filter((char) => !face.has(char.codePointAt(0) as number)),
      [],
      role,
    );
  }
});

test('every face has every character of levels 1 and 2', () => {
  const folder = join(import.meta.dirname, '../../../../../shared/data/hanzi');
  if (!existsSync(folder)) return console.log('  – ../shared/data/hanzi is absent: levels 1 and 2 are not checked');
  const text = ['level-1.txt', 'level-2.txt'].map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  const table = [...text.replaceAll(/\s/g, '')];
  assert.equal(table.length, 6500);
  for (const role of roles) {
    const { face } = fonts.cut(role);
    assert.deepEqual(
      table.filter((char) => !face.has(char.codePointAt(0) as number)),
      [],
      role,
    );
  }
});

test('a character outside the BMP is one character in the file and its glyph is embedded', () => {
  const text = `姓名${beyondBmp.slice(0, 40)}`;
  const places = [...text].map((_, i) => 20 + i * 5);
  const layout: Layout = {
    meta: { title: '字' },
    pages: [
      { width: 210, height: 297, items: [{ kind: 'text', font: 'fangsong', size: 14, text, at: places, y: 50 }] },
    ],
  };
  const { bytes, missing } = writeOfd(layout, fonts);
  assert.deepEqual(missing, []);
  const items = must(readOfd(bytes))[0]?.pages[0]?.items ?? [];
  const found = items.flatMap((item) =>
    item.kind === 'text' ? [...item.text].map((char, i) => [char, item.at[i]?.[0]]) : [],
  );
  assert.deepEqual(found.map(([char]) => char).join(''), text);
  for (const [i, [, x]] of found.entries()) assert.ok(Math.abs(Number(x) - (places[i] as number)) < 0.01);
});

test('a character no font has is reported, not dropped in silence', () => {
  const item = { kind: 'text', font: 'fangsong', size: 14, text: '\u{10ffff}', at: [20], y: 50 } as const;
  const layout: Layout = { meta: { title: '' }, pages: [{ width: 210, height: 297, items: [item] }] };
  assert.deepEqual(writeOfd(layout, fonts).missing, ['\u{10ffff}']);
});

test('a subset holds the characters asked for and is small', async () => {
  const { writeFileSync, mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const bytes = subsetFace(fonts.cut('fangsong').face, [0x4e2d, 0x56fd, 0x20676]);
  assert.ok(bytes.length < 10_000);
  const folder = mkdtempSync(join(tmpdir(), 'subset-'));
  const path = join(folder, 'a.ttf');
  writeFileSync(path, bytes);
  const face = openFace(path);
  rmSync(folder, { recursive: true });
  assert.ok(face.has(0x4e2d) && face.has(0x20676) && !face.has(0x6c11));
});
