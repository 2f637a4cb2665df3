import assert from 'node:assert/strict';
import test from 'node:test';
import { residentCheck } from '@zhengtong/standards';
import { verdict } from '../../test/verdict.ts';

test('a resident number is kept in eighteen places, and a birth after today is refused', () => {
  const number = `99010219900307001${residentCheck('99010219900307001')}`;
  assert.equal(verdict('identity-number', `${number.slice(0, 6)} ${number.slice(6)}`), number);
  assert.equal(verdict('identity-number', `99010220270101001${residentCheck('99010220270101001')}`), 'not-born-yet');
  assert.equal(verdict('identity-number', 5), 'empty');
});
