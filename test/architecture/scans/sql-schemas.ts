import { partsOf, sqlOf } from '../source.ts';
import { isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';
import { homeOf, listWorkspaces } from '../workspaces.ts';

export const guarantee = 'SQL names only the schema of its own module';

const afterKeyword =
  /\b(?:from|join|into|update|table|references|truncate|view|copy|lock|merge|index\s[^;]*?\bon)\s+(?:only\s+|if\s+(?:not\s+)?exists\s+)?"?([a-z_]+)"?\s*\.\s*"?([a-z_]+)/gi;
const builder =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|(?:inner|left|right|full|cross)Join(?:Lateral)?|table|withSchema)\s*\(\s*\[?\s*['"`]/g;
// `update rules.yaml` in a sentence is not SQL.
const fileEndings = new Set(['yaml', 'yml', 'json', 'ts', 'tsx', 'md', 'sql', 'csv', 'html', 'css', 'js']);

type Named = { schema: string; index: number };

/** Schemas named where SQL expects a table: in .sql files, in strings of SQL, and in calls of the query builder. */
function findNamed(file: SourceFile): Named[] {
  const text = file.path.endsWith('.sql') ? sqlOf(file.text) : partsOf(file).strings;
  const named = [...text.matchAll(afterKeyword)].flatMap((match) => {
    const [, schema = '', table = ''] = match;
    return fileEndings.has(table) ? [] : [{ schema: schema.toLowerCase(), index: match.index }];
  });
  if (file.path.endsWith('.sql')) return named;
  for (const match of partsOf(file).code.matchAll(builder)) {
    const inside = /^([a-z_]+)\s*[.'"`]/.exec(file.text.slice(match.index + match[0].length));
    const isSchema = inside?.[0].endsWith('.') || match[0].startsWith('withSchema');
    if (inside && isSchema) named.push({ schema: inside[1] as string, index: match.index });
  }
  return named;
}

/** `modules/cases` owns `cases`; of the packages only platform owns a schema, its own; apps own none. */
function ownSchema(path: string): string | undefined {
  const [kind, folder] = (homeOf(path) ?? '').split('/');
  return kind === 'modules' || folder === 'platform' ? folder : undefined;
}

export function scan(files: readonly SourceFile[]): Trespass[] {
  const modules = listWorkspaces(files).filter(({ kind }) => kind === 'modules');
  const schemas = new Set(['platform', ...modules.map(({ folder }) => folder)]);
  return files
    .filter(({ path }) => homeOf(path) !== undefined && (isTypeScript(path) || path.endsWith('.sql')))
    .flatMap((file) =>
      findNamed(file)
        .filter(({ schema }) => schemas.has(schema) && schema !== ownSchema(file.path))
        .map(({ schema, index }) => ({
          path: file.path,
          line: lineAt(file.text, index),
          say: `SQL on the schema ${schema}: ask ${schema === 'platform' ? 'the platform' : 'that module'} through a door`,
        })),
    );
}
