import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccessRow } from '@zhengtong/platform';
import { foldUses } from './fold-uses.ts';

const row = (id: string, at: string, more: Partial<AccessRow> = {}): AccessRow => ({
  id,
  at,
  actorKind: 'staff',
  actor: 'a',
  post: 'p',
  organisation: 'o',
  divisionCode: '990100',
  caseId: 'c',
  purpose: '办理',
  fields: ['name'],
  ...more,
});
const looks = (rows: readonly AccessRow[], most?: number) =>
  foldUses(rows, most).days.map(({ day, uses }) => [day, uses.map(({ times, fields }) => [times.length, ...fields])]);

test('readings of one post for one purpose on one day are one line with every time and every field', () => {
  const rows = [
    row('3', '2026-09-21T03:00:00.000Z', { fields: ['phone'] }),
    row('2', '2026-09-21T02:00:00.000Z', { actor: 'b' }),
    row('1', '2026-09-21T01:00:00.000Z', { purpose: '回访' }),
  ];
  assert.deepEqual(looks(rows), [
    [
      '2026-09-21',
      [
        [2, 'phone', 'name'],
        [1, 'name'],
      ],
    ],
  ]);
});

test('the day is that of China: what was read after its midnight stands under the next day', () => {
  const rows = [row('2', '2026-09-21T16:30:00.000Z'), row('1', '2026-09-21T15:30:00.000Z')];
  assert.deepEqual(
    looks(rows).map(([day]) => day),
    ['2026-09-22', '2026-09-21'],
  );
});

test('a full page ends with a whole day, and the next begins after its last row', () => {
  const rows = [
    row('4', '2026-09-22T02:00:00.000Z'),
    row('3', '2026-09-21T03:00:00.000Z'),
    row('2', '2026-09-20T03:00:00.000Z'),
  ];
  assert.equal(foldUses(rows, 3).before, '3');
  assert.equal(foldUses(rows, 3).days.length, 2);
  assert.equal(foldUses(rows, 4).before, undefined);
});

test('a day fuller than a page is cut, never dropped', () => {
  const rows = ['3', '2', '1'].map((id) => row(id, '2026-09-21T03:00:00.000Z'));
  assert.deepEqual([foldUses(rows, 3).before, foldUses(rows, 3).days.length], ['1', 1]);
});
