import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import test from 'node:test';
import { listSources } from './build-console.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Every file of ours the bundler takes in, from the entry on. */
async function listTakenIn(): Promise<string[]> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['apps/console/src/main.tsx', 'apps/console/src/style.css'],
    bundle: true,
    metafile: true,
    write: false,
    outdir: 'nowhere',
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs).map((path) => relative(root, join(root, path)));
}

test('whatever of ours the console is made of is looked at to see whether it must be built anew', async () => {
  const ours = (await listTakenIn()).filter(
    (path) => !/node_modules/.test(path) && /^(apps|modules|packages)\//.test(path),
  );
  assert.ok(
    ours.some((path) => path.startsWith('modules/')),
    'contracts are taken in',
  );
  const looked = new Set(listSources());
  assert.deepEqual(
    ours.filter((path) => !looked.has(path)),
    [],
  );
});
