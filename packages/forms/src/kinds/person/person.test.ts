import assert from 'node:assert/strict';
import test from 'node:test';
import { residentCheck } from '@zhengtong/standards';
import { verdict } from '../../test/verdict.ts';

const idNumber = `99010219900307001${residentCheck('99010219900307001')}`;
const nameOnly = { parts: [] };

test('rare names, dots and other scripts are names', () => {
  for (const name of ['𠮷田', '买买提·艾力', 'Anna Maria O’Neil', '王 一'])
    assert.deepEqual(verdict('person', { name }, nameOnly), { name });
  assert.deepEqual(verdict('person', { name: '买买提•艾力' }, nameOnly), { name: '买买提·艾力' });
  assert.equal(verdict('person', { name: '<b>' }, nameOnly), 'name: wrong-character');
});

test('the resident number is meant unless another document is chosen', () => {
  const whole = { name: '张三', idNumber, phone: '13800138000' };
  assert.deepEqual(verdict('person', whole), { idKind: 'resident-card', ...whole });
  assert.equal(verdict('person', { ...whole, idNumber: 'E12345678' }), 'idNumber: wrong-length');
  const foreign = { ...whole, idKind: 'passport', idNumber: 'E12345678' };
  assert.deepEqual(verdict('person', foreign), foreign);
  assert.equal(verdict('person', { ...whole, idKind: 'library-card' }), 'idKind: not-a-choice');
});

test('each part missing is told by itself, and a chosen document alone is no answer', () => {
  assert.equal(verdict('person', { name: '张三' }), 'idNumber: missing, phone: missing');
  assert.equal(verdict('person', { name: '', idKind: 'passport', idNumber: '', phone: '' }), 'empty');
});
