import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { transitions } from './domain/transitions.ts';

test('the table in the README is the table the code goes by', () => {
  const lines = readFileSync(new URL('../README.md', import.meta.url), 'utf8').split('\n');
  for (const [kind, rule] of Object.entries(transitions)) {
    const cells = [
      kind,
      rule.from.join(', '),
      rule.to,
      rule.by.join(', '),
      rule.clock ?? '',
      rule.held ?? '',
      rule.law ?? '',
    ];
    assert.ok(
      lines.some(
        (line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim())
            .join('|') === cells.join('|'),
      ),
      kind,
    );
  }
  const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| action') && !line.startsWith('| -'));
  assert.equal(rows.length, Object.keys(transitions).length);
});
