import { importsOf } from '../source.ts';
import { isTest, isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';
import { resolveFrom } from '../workspaces.ts';

export const guarantee = 'domain files import their neighbours, the kernel and the standards, and nothing else';

const open = ['@zhengtong/kernel', '@zhengtong/standards'];
const openToTests = ['node:test', 'node:assert', 'node:assert/strict', 'fast-check'];

export function scan(files: readonly SourceFile[]): Trespass[] {
  return files.flatMap((file) => {
    const room = /^modules\/[^/]+\/src\/domain\//.exec(file.path)?.[0];
    if (room === undefined || !isTypeScript(file.path)) return [];
    return importsOf(file).flatMap(({ specifier, index }) => {
      if (open.includes(specifier)) return [];
      if (isTest(file.path) && openToTests.includes(specifier)) return [];
      if (specifier.startsWith('.') && resolveFrom(file.path, specifier).startsWith(room)) return [];
      const say = `imports ${specifier}: a domain file decides and nothing more; take what it needs as an argument`;
      return [{ path: file.path, line: lineAt(file.text, index), say }];
    });
  });
}
