import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { anonymousDelayDays, daysToRate, daysToRerate, smallestGroup } from './domain/grades.ts';
import { limitPresets, usualLimits } from './domain/limits.ts';
import { transitions } from './domain/transitions.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const prose = readme.replaceAll('\n', ' ');
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
      .join('|'),
  );

test('the table in the README is the table the code goes by', () => {
  const expected = Object.entries(transitions).map(([kind, rule]) =>
    [
      kind,
      rule.from.join(', '),
      rule.fromForGroup ? rule.fromForGroup.join(', ') || 'never' : '',
      rule.to,
      rule.by.join(', '),
      rule.within ?? '',
    ].join('|'),
  );
  assert.deepEqual(rows.slice(1), expected);
});

test('the days in the README are the days the code counts', () => {
  const { contact, repair, feedBack } = limitPresets[usualLimits];
  assert.ok(
    prose.includes(`contact ${contact.count}, repair ${repair.count}, feed-back ${feedBack.count} working days`),
  );
  assert.ok(prose.includes(`${daysToRate} days to rate, ${daysToRerate} to rate the answer`));
  assert.ok(prose.includes(`at least ${smallestGroup} at once, the youngest ${anonymousDelayDays} days old`));
});
