import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'policies');

/** The policies this package ships, by file name. */
export function listPolicyFiles(): string[] {
  return globSync('*.md', { cwd: folder }).sort();
}

export const policyPath = (file: string): string => join(folder, file);
export const readPolicy = (file: string): string => readFileSync(policyPath(file), 'utf8');
