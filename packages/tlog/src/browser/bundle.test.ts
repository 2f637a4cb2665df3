import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';

const bundle = (file: string) =>
  build({
    entryPoints: [join(import.meta.dirname, '..', file)],
    bundle: true,
    write: false,
    platform: 'browser',
    logLevel: 'silent',
  });

test('the core and its browser door are made of nothing that only Node has', async () => {
  for (const file of ['index.ts', 'browser/index.ts', 'page/page.ts']) await bundle(file);
  await assert.rejects(bundle('node/index.ts'), /node:crypto/);
});
