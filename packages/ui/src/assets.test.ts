import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { loadEnhancements } from './enhancements.ts';
import { iconPaths } from './icons/paths.ts';
import { loadStyle } from './style-sheet.ts';

test('every enhancement is smaller than 5 KB, before compression', async () => {
  for (const { name, code } of Object.values(await loadEnhancements()))
    assert.ok(code.length > 0 && code.length < 5 * 1024, `${name} ${code.length}`);
});

test('the style is at most 12 KB compressed and loads nothing', async () => {
  const { code } = await loadStyle();
  assert.ok(brotliCompressSync(code).length <= 12 * 1024);
  assert.doesNotMatch(code, /url\(|@import|@font-face/);
});

test('an asset is named by its content and its integrity is of that content', async () => {
  const [first, second] = [await loadStyle(), await loadStyle()];
  assert.equal(first.fileName, second.fileName);
  assert.equal(first.integrity, `sha384-${createHash('sha384').update(first.code).digest('base64')}`);
});

test('cinnabar is used by the seal alone', () => {
  const papers = readFileSync(join(import.meta.dirname, 'styles', 'papers.css'), 'utf8');
  const users = [...papers.matchAll(/([^{}]+)\{[^{}]*var\(--seal\)/g)].map((match) => (match[1] ?? '').trim());
  assert.ok(users.length > 0);
  for (const user of users) assert.match(user, /\.seal/);
});

test('every icon is one line drawing inside its 24 × 24 square', () => {
  for (const [name, path] of Object.entries(iconPaths)) {
    const starts = [...path.matchAll(/M\s*([\d.]+)[ ,]([\d.]+)/g)];
    assert.ok(starts.length > 0, name);
    for (const [, x, y] of starts) assert.ok(Number(x) <= 24 && Number(y) <= 24, name);
  }
});
