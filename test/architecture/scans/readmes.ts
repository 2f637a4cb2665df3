import { lineAt, type SourceFile, type Trespass } from '../tree.ts';
import { listWorkspaces } from '../workspaces.ts';

export const guarantee = 'every package and module explains itself in at most 40 lines';

const mostLines = 40;

export function scan(files: readonly SourceFile[]): Trespass[] {
  return listWorkspaces(files).flatMap(({ kind, folder }) => {
    const home = `${kind}/${folder}`;
    if (kind === 'apps' || !files.some(({ path }) => path.startsWith(`${home}/src/`))) return [];
    const path = `${home}/README.md`;
    const readme = files.find((file) => file.path === path);
    if (!readme) return [{ path, line: 1, say: 'is missing: say what the folder is for, its words and its limits' }];
    const lines = lineAt(readme.text, readme.text.trimEnd().length);
    if (lines <= mostLines) return [];
    return [{ path, line: mostLines + 1, say: `has ${lines} lines: the rest belongs into docs/` }];
  });
}
