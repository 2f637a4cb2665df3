import { partsOf } from '../source.ts';
import { isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'the glossary names each thing once, and the code of modules and apps keeps to it';

const glossary = 'docs/glossary.md';

export type Term = {
  readonly chinese: string;
  readonly code: string;
  readonly never: readonly string[];
  readonly line: number;
};

const codesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** The rows of every table in the glossary; heads and rules have no code name. */
export function listTerms(file: SourceFile): Term[] {
  return file.text.split('\n').flatMap((text, index) => {
    const cells = text.split('|').map((cell) => cell.trim());
    const [code] = codesIn(cells[3] ?? '');
    if (code === undefined) return [];
    return [{ chinese: cells[1] as string, code, never: codesIn(cells[5] ?? ''), line: index + 1 }];
  });
}

/** `idCardNumber`, `IdCardNumber` and `id-card-number` are the same words: ` id card number `. */
const wordsOf = (name: string): string =>
  ` ${name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .toLowerCase()} `;

/** Names written twice, and names that another row forbids. */
function scanTerms(terms: readonly Term[]): Trespass[] {
  const seen = new Set<string>();
  const forbidden = new Set(terms.flatMap(({ never }) => never));
  return terms.flatMap(({ chinese, code, line }) => {
    const again = [chinese, code].filter((name) => seen.has(name));
    for (const name of [chinese, code]) seen.add(name);
    const found = again.map((name) => ({ path: glossary, line, say: `${name} is in the table twice` }));
    if (forbidden.has(code)) found.push({ path: glossary, line, say: `another row forbids ${code}` });
    return found;
  });
}

/** What a file is called and what it exports; names inside it are its own affair. */
function namesOf(file: SourceFile): { name: string; index: number }[] {
  const exported = partsOf(file).code.matchAll(/\bexport\s+(?:async\s+)?(?:const|function\*?|class|type)\s+(\w+)/g);
  const called = file.path.split('/').at(-1) as string;
  return [
    { name: called, index: 0 },
    ...[...exported].map((match) => ({ name: match[1] as string, index: match.index })),
  ];
}

export function scan(files: readonly SourceFile[]): Trespass[] {
  const file = files.find(({ path }) => path === glossary);
  if (!file) return [{ path: glossary, line: 1, say: 'is missing' }];
  const terms = listTerms(file);
  const instead = new Map(terms.flatMap(({ never, code }) => never.map((word) => [wordsOf(word), code] as const)));
  const misnamed = files
    .filter(({ path }) => /^(modules|apps)\//.test(path) && isTypeScript(path))
    .flatMap((source) =>
      namesOf(source).flatMap(({ name, index }) => {
        const words = wordsOf(name);
        const code = [...instead].find(([word]) => words.includes(word))?.[1];
        if (code === undefined) return [];
        return [{ path: source.path, line: lineAt(source.text, index), say: `${name}: the glossary calls it ${code}` }];
      }),
    );
  return [...scanTerms(terms), ...misnamed];
}
