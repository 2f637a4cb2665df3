// What the guards are fed to see them fire: a tree of a few files, written as `{ path: text }`.
import type { Scan, SourceFile } from './tree.ts';

export const tree = (texts: Record<string, string>): SourceFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

/** A package.json as the guards read it. */
export const manifest = (name: string, dependencies: string[] = [], doors: string[] = ['.', './contract', './test']) =>
  JSON.stringify(
    {
      name: `@zhengtong/${name}`,
      exports: Object.fromEntries(doors.map((door) => [door, './src/x.ts'])),
      dependencies: Object.fromEntries(dependencies.map((dependency) => [`@zhengtong/${dependency}`, '*'])),
    },
    undefined,
    2,
  );

/** `path:line` of every trespass, to compare with what was planted. */
export const places = (scan: Scan['scan'], texts: Record<string, string>): string[] =>
  scan(tree(texts)).map(({ path, line }) => `${path}:${line}`);

/** Source with holes: `@{` stands for the two characters that open one, which a plain string may not show (lint). */
export const withHoles = (text: string): string => text.replaceAll('@{', '\u0024{');
