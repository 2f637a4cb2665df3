import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from './feed.ts';
import { scan } from './scans/decisions.ts';

const path = 'docs/decisions/0001-one-database.md';
const text = '# 0001\n\n## Drivers\n\n## Options\n\n## Decision\n\n## Price\n\n## What would change it\n';
const list = { 'docs/decisions/README.md': '| [0001](0001-one-database.md) | One |' };

test('a listed record with all its sections passes', () => {
  assert.deepEqual(places(scan, { ...list, [path]: text }), []);
});

test('a record that is not listed, or lacks a section, or goes on for pages, is found', () => {
  assert.deepEqual(places(scan, { [path]: text }), [`${path}:1`]);
  assert.deepEqual(places(scan, { ...list, [path]: text.replace('## Price\n', '') }), [`${path}:1`]);
  assert.deepEqual(places(scan, { ...list, [path]: text + 'more\n'.repeat(70) }), [`${path}:71`]);
});

test('a number taken twice and a name without a number are found', () => {
  const twice = { 'docs/decisions/README.md': '[a](0001-a.md) [b](0001-b.md)', 'docs/decisions/0001-a.md': text };
  assert.deepEqual(places(scan, { ...twice, 'docs/decisions/0001-b.md': text }), ['docs/decisions/0001-b.md:1']);
  assert.deepEqual(places(scan, { ...list, 'docs/decisions/thoughts.md': text }), ['docs/decisions/thoughts.md:1']);
});
