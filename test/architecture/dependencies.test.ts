import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from './feed.ts';
import { scan } from './scans/dependencies.ts';

const whole = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' };
const judge = (locked: object, allowScripts = {}) =>
  places(scan, {
    'package.json': JSON.stringify({ allowScripts }),
    'package-lock.json': JSON.stringify({ packages: { '': {}, 'node_modules/tea': locked } }),
  });
const found = ['package-lock.json:1'];

test('a whole package under a usable licence passes, and so does one of our own', () => {
  assert.deepEqual(judge(whole), []);
  assert.deepEqual(judge({ resolved: 'modules/cases', link: true }), []);
  assert.deepEqual(judge({ ...whole, license: '(GPL-3.0-only OR MIT)' }), []);
});

test('a package from a repository, or without the hash of its bytes, is found', () => {
  assert.deepEqual(judge({ ...whole, resolved: 'git+ssh://git@example.org/tea.git#1' }), found);
  assert.deepEqual(judge({ ...whole, integrity: 'sha1-abc' }), found);
  assert.deepEqual(judge({ ...whole, integrity: undefined }), found);
});

test('a licence that is not ours to use, or none, is found', () => {
  for (const license of ['GPL-3.0-only', 'MIT AND SSPL-1.0', 'UNLICENSED', undefined]) {
    assert.deepEqual(judge({ ...whole, license }), found, license);
  }
});

test('a package its makers gave up is found', () => {
  assert.deepEqual(judge({ ...whole, deprecated: 'use coffee' }), found);
});

test('a script at installation that nobody decided about is found', () => {
  assert.deepEqual(judge({ ...whole, hasInstallScript: true }), found);
  assert.deepEqual(judge({ ...whole, hasInstallScript: true }, { tea: false }), []);
});
