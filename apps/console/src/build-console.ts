import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const home = join(import.meta.dirname, '..');
const root = join(home, '..', '..');
const entry = 'src/main.tsx';
const style = 'src/style.css';

export type Asset = { readonly type: string; readonly code: Buffer; readonly gzip: Buffer; readonly brotli: Buffer };

/** The built console, held in memory: a later build in the same folder cannot take a page's files away. */
export type Bundle = {
  /** Addresses of the entry script and the style sheets, below `/console/`. */
  readonly script: string;
  readonly styles: readonly string[];
  /** By address below `/console/`: `assets/main-1a2b.js`. */
  readonly assets: ReadonlyMap<string, Asset>;
};

/** Builds what the browser gets unless these very sources were built before; 1.5 s, then nothing. */
export async function openBundle(): Promise<Bundle> {
  const stamp = hashSources();
  const folder = join(home, 'dist', stamp);
  if (!existsSync(folder)) await buildInto(folder);
  return readBundle(folder);
}

/** What the bundle may be made of: our sources, the contracts it carries with what they are made of; below the root. */
export function listSources(): string[] {
  const own = [
    'apps/console/src/**/*.{ts,tsx,css}',
    'packages/kernel/src/*.ts',
    'packages/ui/src/content/in-chinese.tsx',
  ];
  const contracts = ['modules/*/src/contract*.ts', 'modules/*/src/domain/*.ts'];
  return globSync([...own, ...contracts], { cwd: root, exclude: ['**/*.test.ts'] }).sort();
}

/** The sources, and every library by the lock file. */
function hashSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const file of listSources()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

// Two programs may build at the same moment: each builds under a name of its own, and whoever is first keeps the place.
async function buildInto(folder: string): Promise<void> {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  try {
    await build({
      root: home,
      base: '/console/',
      configFile: false,
      envFile: false,
      logLevel: 'error',
      mode: 'production',
      publicDir: false,
      plugins: [react()],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: half,
        emptyOutDir: true,
        manifest: 'manifest.json',
        // Under the page's policy a preload without nonce is refused; the import itself carries the nonce on.
        modulePreload: false,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4000,
        rollupOptions: { input: [entry, style] },
      },
    });
    compressAll(half);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  dropOthers(folder);
}

function compressAll(folder: string): void {
  for (const file of globSync('assets/*.{js,css}', { cwd: folder })) {
    const code = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(code, { level: 8 }));
    writeFileSync(
      join(folder, `${file}.br`),
      brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    );
  }
}

function dropOthers(folder: string): void {
  for (const other of globSync('*', { cwd: join(home, 'dist') })) {
    const path = join(home, 'dist', other);
    if (path !== folder && !other.includes('.')) rmSync(path, { recursive: true, force: true });
  }
}

type Manifest = Record<string, { file: string; css?: string[] }>;

function readBundle(folder: string): Bundle {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const assets = new Map<string, Asset>();
  for (const file of globSync('assets/*.{js,css}', { cwd: folder })) {
    const path = join(folder, file);
    const type = file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
    assets.set(file, {
      type,
      code: readFileSync(path),
      gzip: readFileSync(`${path}.gz`),
      brotli: readFileSync(`${path}.br`),
    });
  }
  const [script, sheet] = [manifest[entry], manifest[style]];
  if (!script || !sheet) throw new Error('the build of the console has no entry');
  return { script: script.file, styles: [sheet.file, ...(script.css ?? [])], assets };
}
