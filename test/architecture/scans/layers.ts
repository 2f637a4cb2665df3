import { importsOf } from '../source.ts';
import { isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';
import { findInManifest, listWorkspaces, splitSpecifier, type Workspace } from '../workspaces.ts';

export const guarantee = 'who asks whom runs downward: packages, modules by layer, apps; and never in a ring';

/** "Ask down, tell up": the layer of each module, and whom it may ask beside every module of a lower layer. */
const places: Record<string, { layer: number; asks: readonly string[] }> = {
  identity: { layer: 1, asks: [] },
  ledger: { layer: 1, asks: [] },
  files: { layer: 1, asks: ['identity'] },
  messages: { layer: 1, asks: ['identity'] },
  calendar: { layer: 1, asks: [] },
  catalogue: { layer: 2, asks: [] },
  rules: { layer: 2, asks: [] },
  exchange: { layer: 2, asks: [] },
  certificates: { layer: 2, asks: [] },
  cases: { layer: 3, asks: [] },
  incidents: { layer: 3, asks: [] },
  documents: { layer: 3, asks: [] },
  evaluation: { layer: 4, asks: [] },
  assistant: { layer: 4, asks: [] },
};

const height = { packages: 0, modules: 1, apps: 2 } as const;

/** Why one workspace may not list another; undefined where it may. */
function findReason(from: Workspace, to: Workspace): string | undefined {
  if (height[to.kind] > height[from.kind]) return `a folder of ${from.kind} never asks one of ${to.kind}`;
  if (from.kind !== 'modules' || to.kind !== 'modules') return undefined;
  const [below, above] = [places[to.folder], places[from.folder]];
  if (!below || !above || below.layer < above.layer || above.asks.includes(to.folder)) return undefined;
  return `${from.folder} (layer ${above.layer}) may not ask ${to.folder} (layer ${below.layer}): tell it by an event`;
}

/** Workspaces that lead back to themselves, one answer for each way back. */
function findRings(workspaces: ReadonlyMap<string, Workspace>): Trespass[] {
  const found: Trespass[] = [];
  const finished = new Set<Workspace>();
  function visit(workspace: Workspace, path: Workspace[]): void {
    const start = path.indexOf(workspace);
    if (start !== -1) {
      const ring = [...path.slice(start), workspace].map(({ folder }) => folder).join(' → ');
      const last = path.at(-1) as Workspace;
      const line = lineAt(last.manifest.text, findInManifest(last, workspace.name));
      found.push({ path: last.manifest.path, line, say: `closes a ring: ${ring}` });
    }
    if (start !== -1 || finished.has(workspace)) return;
    for (const name of workspace.dependencies) {
      const next = workspaces.get(name);
      if (next) visit(next, [...path, workspace]);
    }
    finished.add(workspace);
  }
  for (const workspace of workspaces.values()) visit(workspace, []);
  return found;
}

/** The console runs in a browser, so of a module it may know the contract and nothing else. */
function findConsoleTrespasses(files: readonly SourceFile[], workspaces: ReadonlyMap<string, Workspace>): Trespass[] {
  const console = files.filter(({ path }) => path.startsWith('apps/console/') && isTypeScript(path));
  return console.flatMap((file) =>
    importsOf(file).flatMap(({ specifier, index }) => {
      const target = splitSpecifier(specifier);
      const isModule = target !== undefined && workspaces.get(target.name)?.kind === 'modules';
      if (!isModule || target.door === './contract') return [];
      const say = `imports ${specifier}: the console asks a module only through ${target.name}/contract`;
      return [{ path: file.path, line: lineAt(file.text, index), say }];
    }),
  );
}

export function scan(files: readonly SourceFile[]): Trespass[] {
  const workspaces = new Map(listWorkspaces(files).map((workspace) => [workspace.name, workspace]));
  const trespasses = [...workspaces.values()].flatMap((from) => {
    const { path, text } = from.manifest;
    const unplaced =
      from.kind === 'modules' && !places[from.folder]
        ? [{ path, line: 1, say: `${from.folder} has no layer: give it a place in test/architecture/scans/layers.ts` }]
        : [];
    const wrong = [...from.dependencies, ...from.devDependencies].flatMap((name) => {
      const to = workspaces.get(name);
      const say = to && findReason(from, to);
      return say ? [{ path, line: lineAt(text, findInManifest(from, name)), say }] : [];
    });
    return [...unplaced, ...wrong];
  });
  return [...trespasses, ...findRings(workspaces), ...findConsoleTrespasses(files, workspaces)];
}
