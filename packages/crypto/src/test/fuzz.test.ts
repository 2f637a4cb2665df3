import assert from 'node:assert/strict';
import test from 'node:test';
import { fuzzCrypto } from './fuzz.ts';

test('no parser crashes, hangs or believes a changed input', () => {
  const seed = Date.now() % 2 ** 31;
  const report = fuzzCrypto(10_000, seed);
  assert.deepEqual(report.violations.slice(0, 3), [], `seed ${seed}`);
});
