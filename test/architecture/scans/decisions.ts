import { lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'every decision is recorded on one page with its drivers, and the list knows it';

const folder = 'docs/decisions/';
const sections = ['## Drivers', '## Options', '## Decision', '## Price', '## What would change it'];
const mostLines = 70;

export function scan(files: readonly SourceFile[]): Trespass[] {
  const list = files.find(({ path }) => path === `${folder}README.md`);
  const numbers = new Set<string>();
  return files.flatMap(({ path, text }) => {
    if (!path.startsWith(folder) || path === list?.path) return [];
    const name = path.slice(folder.length);
    const number = /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1];
    if (number === undefined) return [{ path, line: 1, say: 'is not called NNNN-what-was-decided.md' }];
    const found = sections
      .filter((section) => !text.includes(`\n${section}\n`))
      .map((section) => ({ path, line: 1, say: `lacks the section “${section}”` }));
    if (numbers.has(number)) found.push({ path, line: 1, say: `takes the number ${number} a second time` });
    numbers.add(number);
    if (!list?.text.includes(`](${name})`)) found.push({ path, line: 1, say: `is not listed in ${folder}README.md` });
    const lines = lineAt(text, text.trimEnd().length);
    if (lines > mostLines) found.push({ path, line: mostLines + 1, say: `has ${lines} lines: one page is enough` });
    return found;
  });
}
