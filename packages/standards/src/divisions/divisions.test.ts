import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { civilDate as d, must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { inventedDivisions } from '../test/index.ts';
import { divisionPrefix, isWithinDivision, makeDivisionTable, parseDivisionCode } from './index.ts';

const table = makeDivisionTable(inventedDivisions);
const namesWithin = (code: string): string[] => table.listWithin(code).map(({ name }) => name);

test('one division is one code however long a list writes it', () => {
  for (const text of ['51', '5100', '510000', '510000000', '510000000000'])
    assert.deepEqual(must(parseDivisionCode(text)), { code: '510000', level: 'province', parent: '100000' });
  assert.equal(must(parseDivisionCode('511602000000')).level, 'county');
  assert.deepEqual(must(parseDivisionCode('110101001001')), {
    code: '110101001001',
    level: 'village',
    parent: '110101001',
  });
  assert.equal(must(parseDivisionCode('110101001000')).code, '110101001');
});

test('what is no division code is refused, and no text makes it throw', () => {
  for (const text of ['', '0', '012345', '12345', '11010', '北京'])
    assert.equal(parseDivisionCode(text).ok, false, text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseDivisionCode(text).ok === 'boolean'));
});

test('a place lies in every division above it and in no other', () => {
  const inside = ['100000', '510000', '511600', '511602'].map((code) => isWithinDivision('511602001', code));
  assert.deepEqual(inside, [true, true, true, true]);
  assert.equal(isWithinDivision('511602', '511603'), false);
  assert.equal(divisionPrefix('110101001000'), '110101001');
});

test('the country has 34 provinces, and the demonstration city its own', () => {
  assert.equal(table.listWithin('100000').length, 35);
  assert.deepEqual(namesWithin('990000'), ['示例市']);
  assert.equal(table.findFullName('990102'), '示例省示例市青禾区');
});

test('districts of a municipality and counties under a province hang where people look for them', () => {
  assert.ok(namesWithin('110000').includes('东城区'));
  assert.ok(namesWithin('460000').includes('五指山市'));
  assert.equal(table.findFullName('110101'), '北京市东城区');
  assert.equal(table.findFullName('440305'), '广东省深圳市南山区');
});

test('an abolished code is known, with the name it had and the lists between which it went', () => {
  const gone = table.find('330103');
  assert.deepEqual(
    [gone?.name, gone?.isInForce, gone?.names],
    ['下城区', false, [{ name: '下城区', until: '2025-01' }]],
  );
  assert.equal(table.find('330103', d('2015-06-01'))?.isInForce, true);
  assert.equal(table.find('999999'), undefined);
});

test('a renamed division answers with the name of the day', () => {
  assert.equal(table.find('150206', d('2008-06-01'))?.name, '白云矿区');
  assert.equal(table.find('150206', d('2009-06-01'))?.name, '白云鄂博矿区');
});

test('county level and above of a second source is known', (t) => {
  const file = join(import.meta.dirname, '../../../../..', 'shared/data/gb2260/dist/areas.csv');
  if (!existsSync(file)) return t.diagnostic(`not compared: ${file} is absent`);
  const codes = readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]?.replaceAll('"', '') ?? '');
  const counties = codes.filter((code) => /^\d{6}$/.test(code));
  // Development zones (xx71 and on) are statistics' invention and in no list of divisions.
  const unknown = counties.filter((code) => !table.find(code) && !/7\d$|99$/.test(code));
  assert.ok(unknown.length < 30, unknown.join(' '));
});
