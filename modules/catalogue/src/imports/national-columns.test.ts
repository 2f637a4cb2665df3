import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ItemVersion } from '../contract.ts';
import { nationalColumns } from './national-columns.ts';

type Schema = { properties?: Record<string, Schema>; items?: Schema };

/** The schema at a path such as `fee.items[].law`. */
function schemaAt(path: string): Schema | undefined {
  return path
    .replace(/^version\./, '')
    .split(/\.|(?=\[\])/)
    .reduce<Schema | undefined>(
      (at, step) => (step === '[]' ? at?.items : at?.properties?.[step]),
      ItemVersion as unknown as Schema,
    );
}

test('every column of the national item library has its place in an item', () => {
  for (const [column, path] of Object.entries(nationalColumns)) assert.ok(schemaAt(path), `${column} → ${path}`);
});

test('the 89 columns of the real exchange tables are all known', (t) => {
  const file = join(import.meta.dirname, '../../../../../shared/data/gd-catalogue/national_item_schema.csv');
  if (!existsSync(file)) return t.diagnostic('the list of columns is not here: nothing was compared');
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = rows.map((row) => row.split(',').slice(0, 2).join('.'));
  assert.equal(columns.length, 89);
  assert.deepEqual(
    columns.filter((column) => !(column in nationalColumns)),
    [],
  );
});
