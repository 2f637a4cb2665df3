import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyContent, placeOf, readPart, writePart } from './content.ts';

const content = { ...emptyContent({ id: 'body', name: '示例市市场监督管理局' }), phone: '12345' };

test('what cannot be read is said with the line where it goes wrong, and nothing of it is taken', () => {
  const lineOf = (text: string) => {
    const read = readPart(content, 'rest', text);
    return read.ok ? 'read' : read.line;
  };
  assert.equal(lineOf('laws: []\nfee: {isCharged: false, items: []'), 2);
  assert.equal(lineOf('laws: []\nfaqs: []\nlaws: []'), 3);
  assert.equal(lineOf('windows: []\n\tfaqs: []'), 2);
  assert.equal(lineOf('laws: []'), 'read');
});

test('a field with a place of its own on the page is refused by its name, and a list where fields belong as such', () => {
  assert.deepEqual(readPart(content, 'rest', 'laws: []\nphone: "10086"'), { ok: false, line: 1, text: 'phone' });
  for (const text of ['- laws', '12', 'laws'])
    assert.deepEqual(readPart(content, 'rest', text), { ok: false, line: 1, text: '…: …' });
});

test('a part comes back from its own YAML as it was, and other parts stay', () => {
  for (const part of ['materials', 'rest'] as const) {
    const read = readPart(content, part, writePart(content, part));
    assert.deepEqual(read, { ok: true, content });
  }
  const emptied = readPart(content, 'form', '');
  assert.ok(emptied.ok && !('form' in emptied.content) && emptied.content.phone === '12345');
});

test('a check leads to the field it speaks of, or to the YAML that holds it', () => {
  assert.deepEqual(['/materials/2/checks', '/laws', '/phone'].map(placeOf), ['at-materials', 'at-rest', 'at-phone']);
});
