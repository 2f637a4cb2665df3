import assert from 'node:assert/strict';
import test from 'node:test';
import { listAnnouncements } from '@zhengtong/calendar';
import { casesWorld } from '@zhengtong/cases/test';
import { civilDate as d, type Instant } from '@zhengtong/kernel';
import { sayWaitingYears, settleYears } from './settle-years.ts';

const notices = [
  { year: 2027, off: [], worked: [{ on: d('2027-02-20'), name: { zh: '春节', en: 'Spring Festival' } }] },
];
const lateInTheYear = '2027-11-21T02:00:00.000Z' as Instant;

test('a house without a case takes over a year that began long ago by itself, once, and has nothing to say', async (t) => {
  const { world } = await casesWorld(t);
  world.now = lateInTheYear;
  assert.deepEqual(await settleYears(world.setting, notices), []);
  assert.deepEqual(await settleYears(world.setting, notices), []);
  const published = await listAnnouncements(world.db, '000000');
  assert.equal(published.filter((one) => one.kind === 'year' && one.notice.year === 2027).length, 1);
  assert.deepEqual(sayWaitingYears([]), []);
});

test('a house at work changes no day gone by at its start, and says in both languages what waits and what to run', async (t) => {
  const { world, file } = await casesWorld(t);
  await file();
  world.now = lateInTheYear;
  assert.deepEqual(await settleYears(world.setting, notices), [2027]);
  assert.deepEqual(await listAnnouncements(world.db, '000000'), []);
  const said = sayWaitingYears([2027]).join('\n');
  assert.match(said, /2027 年的放假安排还没有生效/);
  assert.match(said, /holidays of 2027 are not in force yet/);
  assert.match(said, /adopt years --past/);
});
