import { isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';
import { findInManifest, homeOf, listWorkspaces } from '../workspaces.ts';

export const guarantee = 'every folder of source is a workspace and is called by its name';

export function scan(files: readonly SourceFile[]): Trespass[] {
  const manifest = files.find(({ path }) => path === 'package.json');
  const { workspaces = [] } = JSON.parse(manifest?.text ?? '{}') as { workspaces?: string[] };
  const known = new Map(listWorkspaces(files).map((workspace) => [`${workspace.kind}/${workspace.folder}`, workspace]));
  const sources = files.filter(({ path }) => isTypeScript(path)).map(({ path }) => homeOf(path));
  const homes = new Set([...known.keys(), ...sources.filter((home) => home !== undefined)]);
  return [...homes].flatMap((home) => {
    const workspace = known.get(home);
    if (!workspace) return [{ path: home, line: 1, say: 'has source but no package.json' }];
    const { path, text } = workspace.manifest;
    const found: Trespass[] = [];
    if (!workspaces.includes(home) && !workspaces.includes(`${workspace.kind}/*`))
      found.push({ path, line: 1, say: `is in no workspace of the root: add ${home} to its workspaces` });
    const name = `@zhengtong/${workspace.folder}`;
    const line = lineAt(text, findInManifest(workspace, 'name'));
    if (workspace.name !== name) found.push({ path, line, say: `is called ${workspace.name}: call it ${name}` });
    return found;
  });
}
