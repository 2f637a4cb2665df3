import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzFeel } from './fuzz.ts';

// The drill `feel-fuzz` does the same with a million.
test('random texts and expressions never crash the compiler, hang it or come out as anything but FEEL', () => {
  assert.deepEqual(fuzzFeel(3_000, 42).findings, []);
});
