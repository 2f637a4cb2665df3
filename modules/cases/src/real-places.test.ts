import assert from 'node:assert/strict';
import test from 'node:test';
import { toInstant } from '@zhengtong/kernel';
import { formContextOf } from './form-context.ts';

test('in a real city a place is chosen from its counties, not typed as six figures, and is called by its name', () => {
  const context = formContextOf({ now: toInstant(Date.parse('2026-11-23T02:00:00Z')) }, '450100');
  const names = (within: string) => (context.listDivisions?.(within) ?? []).map(({ name }) => name);
  assert.ok(names('450100').includes('青秀区'));
  assert.ok(names('450000').includes('南宁市青秀区'));
  assert.deepEqual(names('450103'), ['青秀区']);
  assert.ok(names('110000').includes('海淀区'));
  assert.deepEqual(names('100000'), []);
  assert.equal(context.findDivision?.('450103'), '青秀区');
  assert.equal(context.findDivision?.('450103007'), '青秀区', 'a street is called by its county');
  assert.equal(context.findDivision?.('459999'), undefined);
});

test('a town that no list has is refused to whoever files, and keeps what was filed before the list came', () => {
  const places = new Map([['450103', [{ code: '450103001', name: '新竹街道' }]]]);
  const at = { now: toInstant(Date.parse('2026-11-23T02:00:00Z')) };
  const name = (code: string, isFiled: boolean) =>
    formContextOf(at, '450100', { places, isFiled }).findDivision?.(code);
  assert.equal(name('450103001', false), '青秀区新竹街道');
  assert.equal(name('450103001002', false), '青秀区新竹街道', 'of its villages there is no list');
  assert.equal(name('450103999', false), undefined);
  assert.equal(name('450103999', true), '青秀区');
  assert.equal(name('450102001', false), '兴宁区', 'of its towns there is no list');
});
