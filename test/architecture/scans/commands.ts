import { partsOf } from '../source.ts';
import type { SourceFile, Trespass } from '../tree.ts';

export const guarantee = 'what can be run by words says what it does, and a command how it is used';

const isCommand = (path: string) => /^(packages|modules|apps)\/[^/]+\/commands\/[^/]+(?<!\.test)\.ts$/.test(path);
const isRun = (path: string) => isCommand(path) || /^(bench|test\/drills|test\/conformance)\/[^/]+\.ts$/.test(path);

export function scan(files: readonly SourceFile[]): Trespass[] {
  return files
    .filter(({ path }) => isRun(path) && !path.endsWith('.test.ts'))
    .flatMap((file) => {
      const wanted = ['summary', 'run', ...(isCommand(file.path) ? ['usage'] : [])];
      return wanted
        .filter((name) => !new RegExp(`\\bexport (const|(async )?function) ${name}\\b`).test(partsOf(file).code))
        .map((name) => ({ path: file.path, line: 1, say: `exports no \`${name}\`` }));
    });
}
