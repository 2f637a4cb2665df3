import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { basicCodeParts, parseItemCode } from './item-code.ts';

test('the national code is read in its three lengths', () => {
  const whole = must(parseItemCode('11370800MB28559184|3|000117112000|01'));
  assert.ok(whole.form === 'implementation');
  assert.deepEqual(
    [whole.code.length, whole.department.system, whole.level, whole.basicCode, whole.handling],
    [33, 'credit-code', '3', '000117112000', '01'],
  );
  assert.equal(must(parseItemCode('12441500196720244T3442199806003')).form, 'implementation');
  assert.equal(must(parseItemCode('442106041001')).form, 'basic');
});

test('a department that is not a credit code does not make an item code wrong', () => {
  const item = must(parseItemCode('TE44011350000011905442106041001'));
  assert.ok(item.form === 'implementation' && item.department.system === 'local' && item.level === '5');
});

test('the form of Sichuan is taken apart, with dashes inside its parts', () => {
  const item = must(parseItemCode('E-000010-001-511602000000-000-11511301008778220W-1-00'));
  assert.ok(item.form === 'sichuan');
  assert.deepEqual(
    [item.catalogueCode, item.divisionCode, item.department.system],
    ['E-000010-001', '511602000000', 'credit-code'],
  );
  const dashed = must(parseItemCode('512C0107400001-511602000000-000-00877868-5-1-00'));
  assert.ok(dashed.form === 'sichuan' && dashed.department.code === '008778685');
});

test('every code of a real list is read, all but three in the province’s form', (t) => {
  const file = join(import.meta.dirname, '../../../../..', 'shared/data/service-items/guangan-511602.jsonl');
  if (!existsSync(file)) return t.diagnostic(`not compared: ${file} is absent`);
  const codes = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).itemCode as string);
  const forms = codes.map((code) => must(parseItemCode(code)).form);
  assert.deepEqual([forms.length, forms.filter((form) => form === 'sichuan').length], [1135, 1132]);
});

test('what cannot be a code is refused, and no text makes it throw', () => {
  assert.deepEqual(
    ['', 'a b', '开饭店', '123', 'x'.repeat(81)].map((text) => parseItemCode(text).ok),
    [false, false, false, false, false],
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseItemCode(text).ok === 'boolean'));
});

test('a basic code opens into area, type, department, item and sub-item', () => {
  assert.deepEqual(basicCodeParts('370117002011'), {
    area: '37',
    type: '01',
    department: '17',
    item: '002',
    subItem: '011',
  });
});
