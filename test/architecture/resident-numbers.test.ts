import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from './feed.ts';
import { isResidentNumber, scan } from './scans/resident-numbers.ts';

/** A valid number, made here so that none stands in this file. */
function complete(first17: string): string {
  const digit = [...'0123456789X'].find((last) => isResidentNumber(first17 + last));
  if (digit === undefined) throw new Error(`${first17} cannot be completed`);
  return first17 + digit;
}

const find = (text: string) => places(scan, { 'modules/identity/src/test.ts': text }).length;
const somebody = complete(`${'33010'}6199001011${'23'}`.slice(0, 17));

test('a number that somebody may bear is found wherever it stands', () => {
  assert.equal(find(`const person = '${somebody}';`), 1);
  assert.equal(find(`证件号码：${somebody.toLowerCase()}。`), 1);
});

test('invented areas and the numbers printed in the standard pass', () => {
  assert.equal(find(complete('99010019900101123')), 0);
  assert.equal(find('11010519491231002X 11010519491231002x 440524188001010014'), 0);
});

test('eighteen digits that are no resident number pass', () => {
  const wrong = somebody.slice(0, 17) + (somebody.endsWith('1') ? '2' : '1');
  assert.equal(find(wrong), 0);
  assert.equal(find(`${somebody}0`), 0);
  assert.equal(isResidentNumber('330106199013321231'), false);
});
