// Node strips types from .ts by itself but refuses .tsx; esbuild turns those, and only those, into JavaScript. What it made
// of a text once is kept beside the packages, by the text's hash: a second start would spend a second on it again.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TransformOptions } from 'esbuild';

const require = createRequire(import.meta.url);
const { version } = require('esbuild/package.json') as { version: string };
const options: TransformOptions = {
  loader: 'tsx',
  jsx: 'automatic',
  target: 'node24',
  sourcemap: 'inline',
};
const kept = join(import.meta.dirname, '../node_modules/.cache/zhengtong/tsx');

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    return { format: 'module', source: turn(fileURLToPath(url)), shortCircuit: true };
  },
});

function turn(file: string): string {
  const text = readFileSync(file, 'utf8');
  const asked = JSON.stringify([version, options, file, text]);
  const place = join(kept, `${createHash('sha256').update(asked).digest('hex')}.js`);
  try {
    return readFileSync(place, 'utf8');
  } catch {
    const { transformSync } = require('esbuild') as typeof import('esbuild');
    const { code } = transformSync(text, { ...options, sourcefile: file });
    keep(place, code);
    return code;
  }
}

/** Whole or not at all: others may read it meanwhile. A folder that cannot be written costs time and nothing else. */
function keep(place: string, code: string): void {
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(`${place}.${process.pid}`, code);
    renameSync(`${place}.${process.pid}`, place);
  } catch {}
}
