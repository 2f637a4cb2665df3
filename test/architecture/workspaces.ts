import { posix } from 'node:path';
import type { SourceFile } from './tree.ts';

export type WorkspaceKind = 'packages' | 'modules' | 'apps';

/** A folder under packages, modules or apps that has a package.json. */
export type Workspace = {
  readonly kind: WorkspaceKind;
  /** `cases` */
  readonly folder: string;
  /** `@zhengtong/cases`, as its package.json says. */
  readonly name: string;
  readonly manifest: SourceFile;
  readonly doors: readonly string[];
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
};

type Manifest = {
  name?: string;
  exports?: string | Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

export function listWorkspaces(files: readonly SourceFile[]): Workspace[] {
  return files.flatMap((manifest) => {
    const match = /^(packages|modules|apps)\/([^/]+)\/package\.json$/.exec(manifest.path);
    if (!match) return [];
    const json = JSON.parse(manifest.text) as Manifest;
    return [
      {
        kind: match[1] as WorkspaceKind,
        folder: match[2] as string,
        name: json.name ?? '',
        manifest,
        doors: typeof json.exports === 'object' ? Object.keys(json.exports) : json.exports ? ['.'] : [],
        dependencies: Object.keys(json.dependencies ?? {}),
        devDependencies: Object.keys(json.devDependencies ?? {}),
      },
    ];
  });
}

/** `modules/cases` for a file inside it; undefined for what belongs to the root: scripts, test, bench, docs. */
export function homeOf(path: string): string | undefined {
  return /^(?:packages|modules|apps)\/[^/]+/.exec(path)?.[0];
}

/** The path a relative import leads to. */
export const resolveFrom = (path: string, specifier: string): string => posix.join(posix.dirname(path), specifier);

/** `@zhengtong/cases/contract` is the package `@zhengtong/cases` and its door `./contract`. */
export function splitSpecifier(specifier: string): { name: string; door: string } | undefined {
  const match = /^(@zhengtong\/[^/]+)(\/.+)?$/.exec(specifier);
  return match ? { name: match[1] as string, door: `.${match[2] ?? ''}` } : undefined;
}

/** A door may be a pattern, as `./styles/*`. */
export function hasDoor(workspace: Workspace, door: string): boolean {
  return workspace.doors.some((pattern) => {
    const [before, after] = pattern.split('*') as [string, string?];
    return after === undefined ? pattern === door : door.startsWith(before) && door.endsWith(after);
  });
}

/** Line of a dependency inside its package.json. */
export const findInManifest = (workspace: Workspace, word: string): number =>
  Math.max(0, workspace.manifest.text.indexOf(`"${word}"`));
