import { isBuiltin } from 'node:module';
import { importsOf, partsOf } from '../source.ts';
import { isTest, isTypeScript, lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'the pure packages touch nothing outside themselves, and the kernel stays small';

const pure = ['kernel', 'standards'];
const mostKernelValues = 25;
const kernelDoor = 'packages/kernel/src/index.ts';

/** Names the kernel exports that exist at run time; types are free. */
export function listExportedValues(file: SourceFile): string[] {
  const { code } = partsOf(file);
  const listed = [...code.matchAll(/\bexport\s+\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
  const declared = [...code.matchAll(/\bexport\s+(?:async\s+)?(?:const|function\*?|class|let)\s+(\w+)/g)];
  return [
    ...listed.filter((name) => name !== '' && !name.startsWith('type ')),
    ...declared.map(([, name = '']) => name),
  ];
}

function scanKernel(file: SourceFile): Trespass[] {
  const { path } = file;
  const star = /\bexport\s+\*/.exec(partsOf(file).code);
  if (star) return [{ path, line: lineAt(file.text, star.index), say: 'exports by star: name what leaves the kernel' }];
  const count = listExportedValues(file).length;
  if (count <= mostKernelValues) return [];
  const say = `exports ${count} values, more than ${mostKernelValues}: the kernel is no drawer, find the room it belongs to`;
  return [{ path, line: 1, say }];
}

export function scan(files: readonly SourceFile[]): Trespass[] {
  return files.flatMap((file) => {
    if (!isTypeScript(file.path) || isTest(file.path)) return [];
    const found = file.path === kernelDoor ? scanKernel(file) : [];
    const folder = /^packages\/([^/]+)\/src\//.exec(file.path)?.[1];
    if (folder === undefined || !pure.includes(folder)) return found;
    const effects = importsOf(file).filter(({ specifier }) => isBuiltin(specifier));
    return [
      ...found,
      ...effects.map(({ specifier, index }) => ({
        path: file.path,
        line: lineAt(file.text, index),
        say: `imports ${specifier}: ${folder} is pure and runs in a browser too; effects live in platform`,
      })),
    ];
  });
}
