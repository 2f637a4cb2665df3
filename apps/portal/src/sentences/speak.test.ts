import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './index.ts';
import { sayIn } from './speak.ts';

test('one of a thing is said as one, several as several', () => {
  assert.equal(sayIn.en('guide.stepDays', { days: 1 }), '1 working day');
  assert.equal(sayIn.en('guide.stepDays', { days: 2.5 }), '2.5 working days');
  for (const [group, said] of Object.entries(en))
    for (const [key, text] of Object.entries(said))
      assert.doesNotMatch(text, /\}\} (working )?(days|months|stars)\b/, `${group}.${key}: ${text}`);
});
