import assert from 'node:assert/strict';
import test from 'node:test';
import { sayOutcome } from './say-outcome.ts';

const tally = { rows: 1200, unknown: 0, before: 1000, after: 1500, winners: 30, losers: 0, won: 500, lost: 0 };
const total = { ...tally, winners: 30, losers: 0, won: 500, lost: 0 };
const rule = { name: '渐退金', unit: '元^1·月^-1' };

test('the columns stand under one another, each group has its bar, and a hidden one shows no number', () => {
  const lines = [
    { group: '城区', hidden: false, tally },
    { group: '东湖高新区', hidden: false, tally: { ...tally, after: 750 } },
    { group: '郊区', hidden: true, tally: null },
  ];
  assert.equal(
    sayOutcome(rule, { total, byCode: lines, byDecile: [] }, true),
    [
      '渐退金：1,200 行（未知 unknown 0），现行 now 1,000 元/月，改革后 reform 1,500 元/月，差 change 500 元/月',
      '受益 winners 30（500 元/月），受损 losers 0（0 元/月）',
      '',
      '分组 by group      行数    现行  改革后    差  受益  受损',
      '城区              1,200   1,000   1,500   500    30     0  ████████████████████',
      '东湖高新区        1,200   1,000     750  -250    30     0  -██████████',
      '郊区           人数太少  不显示',
    ].join('\n'),
  );
});

test('who is moved is not told where they are few', () => {
  const few = { ...total, winners: null, losers: null, won: null, lost: null };
  const said = sayOutcome(rule, { total: few, byCode: [], byDecile: [] }, true);
  assert.match(said, /人数太少，不显示/);
  assert.doesNotMatch(said, /受益 winners \d/);
});
