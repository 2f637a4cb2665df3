import { lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'what the lock file names came whole from a registry, under a licence we may use, and is kept';

/** Licences that let the program be given away under Apache-2.0 with these beside it; MPL-2.0 asks for its own files only. */
const usable = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/** Their package.json says it in an old form or not at all; read in their LICENSE files, all MIT. */
const readByHand = new Set(['busboy', 'png-js', 'streamsearch']);

type Locked = {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
};

export function scan(files: readonly SourceFile[]): Trespass[] {
  const lock = files.find(({ path }) => path === 'package-lock.json');
  if (!lock) return [];
  const { packages = {} } = JSON.parse(lock.text) as { packages?: Record<string, Locked> };
  const manifest = JSON.parse(files.find(({ path }) => path === 'package.json')?.text ?? '{}') as {
    allowScripts?: Record<string, boolean>;
  };
  return Object.entries(packages).flatMap(([place, locked]) => {
    const name = place.split('node_modules/').at(-1) ?? '';
    if (!place.includes('node_modules/') || locked.link) return [];
    const line = lineAt(lock.text, lock.text.indexOf(`"${place}"`));
    const decided = Object.hasOwn(manifest.allowScripts ?? {}, name);
    return listFaults(name, locked, decided).map((say) => ({ path: lock.path, line, say: `${name} ${say}` }));
  });
}

function listFaults(name: string, locked: Locked, isDecided: boolean): string[] {
  const faults: string[] = [];
  // The lock leaves out where the registry's own packages come from: what is named is a repository or an address.
  if (locked.resolved) faults.push(`comes from ${locked.resolved}: take it from the registry`);
  if (!locked.integrity?.startsWith('sha512-')) faults.push('has no SHA-512: its bytes could change unseen');
  if (locked.deprecated) faults.push(`is given up by its makers: ${locked.deprecated}`);
  if (locked.hasInstallScript && !isDecided)
    faults.push('runs a script when installed: decide in allowScripts of package.json');
  if (!readByHand.has(name) && !isUsable(locked.license))
    faults.push(`is under ${locked.license ?? 'no stated licence'}: see whether we may use it`);
  return faults;
}

/** An SPDX expression of one kind of word: all of `AND`, one of `OR`. */
function isUsable(expression = ''): boolean {
  const plain = expression.replace(/[()]/g, '');
  if (plain.includes(' AND ')) return plain.split(' AND ').every((one) => isUsable(one));
  return plain.split(' OR ').some((one) => usable.has(one.trim()));
}
