import { importsOf } from '../source.ts';
import { isTest, isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';
import { hasDoor, homeOf, listWorkspaces, resolveFrom, splitSpecifier, type Workspace } from '../workspaces.ts';

export const guarantee =
  'a workspace is entered by its name, through a door in its exports, by those whose package.json lists it';

/** Why a file may not import this package by this specifier; undefined where it may. */
function findReason(file: SourceFile, specifier: string, workspaces: ReadonlyMap<string, Workspace>) {
  const home = homeOf(file.path);
  if (specifier.startsWith('.')) {
    const there = homeOf(resolveFrom(file.path, specifier));
    if (there === home) return undefined;
    return `reaches into ${there ?? 'the root'} by a path: import the workspace by its name`;
  }
  const target = splitSpecifier(specifier);
  if (!target) return undefined;
  const workspace = workspaces.get(target.name);
  if (!workspace) return `imports ${target.name}, which is no workspace`;
  if (!hasDoor(workspace, target.door))
    return `imports ${specifier}, which is no door: name it in the exports of ${workspace.manifest.path} or use another`;
  if (home === undefined) return undefined;
  const own = [...workspaces.values()].find(({ manifest }) => manifest.path === `${home}/package.json`);
  const listed = [target.name === own?.name ? [target.name] : [], own?.dependencies ?? []].flat();
  if (isTest(file.path)) listed.push(...(own?.devDependencies ?? []));
  else if (target.door === './test') return `imports ${specifier}: builders of test rows are for tests alone`;
  return listed.includes(target.name)
    ? undefined
    : `imports ${target.name}: list it in dependencies of ${home}/package.json`;
}

export function scan(files: readonly SourceFile[]): Trespass[] {
  const workspaces = new Map(listWorkspaces(files).map((workspace) => [workspace.name, workspace]));
  return files
    .filter(({ path }) => isTypeScript(path) || /\.m?js$/.test(path))
    .flatMap((file) =>
      importsOf(file).flatMap(({ specifier, index }) => {
        const say = findReason(file, specifier, workspaces);
        return say === undefined ? [] : [{ path: file.path, line: lineAt(file.text, index), say }];
      }),
    );
}
