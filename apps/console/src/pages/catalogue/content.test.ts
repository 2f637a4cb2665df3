import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyContent, readPart, writePart } from './content.ts';
import { settle } from './fields/settle.ts';
import { findPlace } from './lead-to.ts';

const content = { ...emptyContent({ id: 'body', name: '示例市市场监督管理局' }), phone: '12345' };

const material = {
  key: 'drawing',
  name: '安装图纸',
  need: 'required' as const,
  form: 'electronic' as const,
  copies: 1,
  source: 'applicant' as const,
  accept: ['application/pdf'],
  maxBytes: 1_048_576,
  checks: [],
};

test('what cannot be read is said with the line where it goes wrong, and nothing of it is taken', () => {
  const lineOf = (text: string) => {
    const read = readPart(content, 'rest', text);
    return read.ok ? 'read' : read.line;
  };
  assert.equal(lineOf('particulars: {}\nretention: {decided: permanent'), 2);
  assert.equal(lineOf('particulars: {}\nconditionsEn: []\nparticulars: {}'), 3);
  assert.equal(lineOf('conditionsEn: []\n\tparticulars: {}'), 2);
  assert.equal(lineOf('particulars: {}'), 'read');
});

test('a field with a place of its own on the page is refused by its name, and a list where fields belong as such', () => {
  assert.deepEqual(readPart(content, 'rest', 'particulars: {}\nphone: "10086"'), { ok: false, line: 1, text: 'phone' });
  for (const text of ['- particulars', '12', 'particulars'])
    assert.deepEqual(readPart(content, 'rest', text), { ok: false, line: 1, text: '…: …' });
});

test('a part comes back from its own YAML as it was, and other parts stay', () => {
  for (const part of ['materials', 'places', 'fee', 'rest'] as const) {
    const read = readPart(content, part, writePart(content, part));
    assert.deepEqual(read, { ok: true, content });
  }
  const emptied = readPart(content, 'form', '');
  assert.ok(emptied.ok && !('form' in emptied.content) && emptied.content.phone === '12345');
});

test('a check leads to the nearest place on the page to what it speaks of, or to the part that holds it', () => {
  const isThere = (id: string) =>
    ['at_phone', 'at_materials', 'at_materials_2', 'part_rest', 'part_process'].includes(id);
  const places = [
    '/materials/2/checks/0',
    '/materials/3/name',
    '/process/steps',
    'certificateType',
    '/phone',
    '/flying',
  ];
  assert.deepEqual(
    places.map((at) => findPlace(at, isThere)),
    ['at_materials_2', 'at_materials', 'part_process', 'part_rest', 'at_phone', undefined],
  );
});

test('text that has not the shape of the contract is told by line and name, and nothing of it is taken', () => {
  const told = (part: 'materials' | 'rest', text: string) => {
    const read = readPart(content, part, text);
    return read.ok ? 'read' : `${read.line}: ${read.text}`;
  };
  const whole = writePart({ ...content, materials: [material] }, 'materials');
  assert.equal(told('materials', whole), 'read');
  assert.equal(
    told('materials', whole.replace('need: required', 'need: maybe')),
    '3: materials 0 need 只能是 required、optional、conditional',
  );
  assert.equal(told('materials', whole.replace('copies: 1', 'copies: one')), '5: materials 0 copies 应为整数');
  assert.equal(told('materials', whole.replace('copies: 1', 'copy: 1')), '1: materials 0 缺少“copies”');
  assert.equal(told('materials', `${whole}  strange: 1`), '1: materials 0 没有“strange”这个栏目，请核对拼写');
  assert.equal(told('materials', '12'), '1: materials 应为列表');
  assert.equal(told('rest', 'particulars: {}\ncertificateType: 7'), '2: certificateType 应为文字');
});

test('what fields leave empty is absent, a law begun has both halves, and one emptied is gone', () => {
  const given = { ...material, nameEn: undefined };
  const laws = [{ law: '动物防疫法' }, { law: '', article: '' }, {}];
  const materials = laws.map((law) => ({ ...given, law })) as unknown as [typeof material];
  assert.deepEqual(settle({ materials }), {
    materials: [{ ...material, law: { law: '动物防疫法', article: '' } }, material, material],
  });
});

test('a process is begun with its first step and gone with its last', () => {
  const steps = [{ key: 'decide', name: '', role: 'approver' as const, halfDays: 2 }];
  const begun = { process: { steps } } as unknown as Parameters<typeof settle>[0];
  assert.deepEqual(settle(begun), { process: { steps, excluded: [], silence: 'none' } });
  assert.deepEqual(settle({ process: { steps: [], excluded: [], silence: 'none' } }), {});
});
