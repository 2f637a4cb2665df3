import { sqlOf } from '../source.ts';
import { lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'migrations keep the road to a distributed engine open and never lose a column unannounced';

type Rule = { pattern: RegExp; say: string };

const rules: Rule[] = [
  {
    pattern: /\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b|\b(?:small|big)?serial[248]?\b/gi,
    say: 'numbers rows in the database: the program makes ids (UUIDv7)',
  },
  {
    pattern:
      /\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?(?:trigger|function|procedure|rule|aggregate)\b|\bdo\s+\$/gi,
    say: 'puts logic into the database: write it in the module',
  },
  { pattern: /\bcreate\s+type\b[^;]*\benum\b/gi, say: 'makes an enum type: use text with a check' },
  { pattern: /\btimestamp\b/gi, say: 'has a timestamp without a zone: use timestamptz, or date for a civil date' },
];

const exemption = /--\s*exempt:\s*(subject|claim|reference|queue)\b/;
const uniqueNeedsDivision =
  'has a unique constraint without division_code: add it, or keep what is unique everywhere in a claim table';
const createTable = /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?("?[\w.]+"?)\s*\(/gi;

/** From an opening bracket to the one that closes it. */
function readBody(sql: string, open: number): string {
  let depth = 0;
  for (let at = open; at < sql.length; at++) {
    if (sql[at] === '(') depth++;
    else if (sql[at] === ')' && --depth === 0) return sql.slice(open, at);
  }
  return sql.slice(open);
}

const hasDivisionKey = (body: string): boolean =>
  /\bprimary\s+key\s*\([^)]*\bdivision_code\b/i.test(body) || /\bdivision_code\b[^,]*\bprimary\s+key\b/i.test(body);

/** The comment lines directly above a position. */
function commentAbove(text: string, index: number): string {
  const lines = text.slice(0, index).split('\n').slice(0, -1);
  const last = lines.findLastIndex((line) => !line.trimStart().startsWith('--'));
  return lines.slice(last + 1).join('\n');
}

function scanTables(file: SourceFile, sql: string, schema: string): Trespass[] {
  return [...sql.matchAll(createTable)].flatMap((match) => {
    const place = { path: file.path, line: lineAt(sql, match.index) };
    const table = (match[1] as string).replaceAll('"', '');
    const found: Trespass[] = [];
    if (!table.startsWith(`${schema}.`)) found.push({ ...place, say: `${table} is not in the schema ${schema}` });
    const body = readBody(sql, match.index + match[0].length - 1);
    if (!hasDivisionKey(body) && !exemption.test(commentAbove(file.text, match.index))) {
      const say = `${table} lacks division_code in its primary key; exempt tables say “-- exempt: subject|claim|reference|queue” above`;
      found.push({ ...place, say });
    }
    if (hasDivisionKey(body))
      for (const unique of body.matchAll(/\bunique\b(?:\s+nulls\s+(?:not\s+)?distinct)?\s*(\([^)]*\))?/gi))
        if (!unique[1]?.includes('division_code')) found.push({ ...place, say: `${table} ${uniqueNeedsDivision}` });
    return found;
  });
}

/** Unique indexes over tables that are kept by division; a distributed engine cannot hold them without it. */
function scanUniqueIndexes(file: SourceFile, sql: string, keyed: ReadonlySet<string>): Trespass[] {
  return [
    ...sql.matchAll(
      /\bcreate\s+unique\s+index\b[^;]*?\bon\s+(?:only\s+)?("?[\w.]+"?)\s*(?:using\s+\w+\s*)?\(([^;]*)/gi,
    ),
  ]
    .filter(
      ([, table = '', columns = '']) => keyed.has(table.replaceAll('"', '')) && !columns.includes('division_code'),
    )
    .map((match) => ({ path: file.path, line: lineAt(sql, match.index), say: `${match[1]} ${uniqueNeedsDivision}` }));
}

/** Names of the tables that have the division in their key, in all migrations together. */
function listKeyedTables(files: readonly SourceFile[]): Set<string> {
  const sqls = files.map(({ text }) => sqlOf(text));
  const keyed = sqls.flatMap((sql) =>
    [...sql.matchAll(createTable)]
      .filter((match) => hasDivisionKey(readBody(sql, match.index + match[0].length - 1)))
      .map(([, table = '']) => table.replaceAll('"', '')),
  );
  return new Set(keyed);
}

function scanMigration(file: SourceFile, schema: string, keyed: ReadonlySet<string>): Trespass[] {
  const sql = sqlOf(file.text);
  const at = (index: number, say: string) => ({ path: file.path, line: lineAt(sql, index), say });
  const found = rules.flatMap(({ pattern, say }) => [...sql.matchAll(pattern)].map(({ index }) => at(index, say)));
  const header = /^(?:\s*--[^\n]*\n)*/.exec(file.text)?.[0] ?? '';
  if (!/^\s*--\s*breaking\b/m.test(header))
    for (const match of sql.matchAll(/\b(?:drop|rename)\b/gi))
      found.push(
        at(match.index, `${match[0]} needs the header “-- breaking”, so that an older program refuses to start`),
      );
  for (const match of sql.matchAll(/\breferences\s+"?(\w+)"?(?:\s*\.\s*"?\w+)?/gi))
    if (match[1] !== schema || !match[0].includes('.'))
      found.push(at(match.index, `a foreign key stays in its schema and names it (${schema}.…)`));
  return [...found, ...scanTables(file, sql, schema), ...scanUniqueIndexes(file, sql, keyed)];
}

const migrationPath = /^(?:packages|modules)\/([^/]+)\/migrations\/[^/]+\.sql$/;

export function scan(files: readonly SourceFile[]): Trespass[] {
  const migrations = files.filter(({ path }) => migrationPath.test(path));
  const keyed = listKeyedTables(migrations);
  return migrations.flatMap((file) => scanMigration(file, migrationPath.exec(file.path)?.[1] as string, keyed));
}
