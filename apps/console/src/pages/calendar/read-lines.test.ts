import assert from 'node:assert/strict';
import test from 'node:test';
import { readDayLines, readHours } from './read-lines.ts';

test('days with their names are read line by line, and a line that is something else is noticed', () => {
  assert.deepEqual(readDayLines(' 2027-01-01 元旦\n\n2027-02-05  春节 '), {
    '2027-01-01': '元旦',
    '2027-02-05': '春节',
  });
  assert.equal(readDayLines('2027-01-01'), undefined);
  assert.equal(readDayLines('1 January 元旦'), undefined);
});

test('hours are read as people write them', () => {
  const morning = { opens: '09:00', closes: '12:00' };
  assert.deepEqual(readHours('09:00-12:00，13：30—17：00'), [morning, { opens: '13:30', closes: '17:00' }]);
  assert.deepEqual(readHours(''), []);
  assert.equal(readHours('9 to 5'), undefined);
});
