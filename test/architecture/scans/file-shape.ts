import { partsOf } from '../source.ts';
import { isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'no file is longer than 400 lines, and everything exported has a name';

const mostLines = 400;
// A tool asks these for a default export; tables.ts is written by `npm run types`.
const isAskedForDefault = (path: string) => /\.config\.ts$/.test(path) || path === 'scripts/reporter.ts';
const isGenerated = (path: string) => /\/tables\.ts$/.test(path) || path.startsWith('docs/specs/');

export function scan(files: readonly SourceFile[]): Trespass[] {
  return files.flatMap((file) => {
    const { path, text } = file;
    const found: Trespass[] = [];
    if (/\.(tsx?|css|sql)$/.test(path) && !isGenerated(path)) {
      const lines = lineAt(text, text.trimEnd().length);
      if (lines > mostLines)
        found.push({ path, line: mostLines + 1, say: `has ${lines} lines: split it by noun or by verb` });
    }
    if (isTypeScript(path) && !isAskedForDefault(path)) {
      const match = /\bexport\s+default\b|\bas\s+default\b/.exec(partsOf(file).code);
      if (match) found.push({ path, line: lineAt(text, match.index), say: 'exports a default: give it a name' });
    }
    return found;
  });
}
