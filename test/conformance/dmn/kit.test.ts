import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../dmn.ts';

test('every case of the DMN kit that calls no Java passes, read directly and after writing and reading again', async () => {
  assert.equal(await run(['--quiet']), 0);
  assert.equal(await run(['--quiet', '--round-trip']), 0);
});
