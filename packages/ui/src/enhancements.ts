// Scripts that make a working page more comfortable. Each is one small file; a page names those it wants.
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Asset, nameAsset } from './style-sheet.ts';

export const enhancementNames = [
  'page',
  'character-count',
  'autosave',
  'upload-progress',
  'read-aloud',
  'confirm-leave',
] as const;
export type EnhancementName = (typeof enhancementNames)[number];

/** Bundles and shrinks them all; some 30 ms, once at start. Serve under `fileName` with a year's cache. */
export async function loadEnhancements(): Promise<Record<EnhancementName, Asset>> {
  const bundled = await Promise.all(
    enhancementNames.map(async (name) => {
      const { outputFiles } = await build({
        entryPoints: [join(import.meta.dirname, 'enhance', `${name}.ts`)],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        // Phones of some eight years; an older one gets the page without script.
        target: 'es2020',
      });
      return [name, nameAsset(name, 'js', outputFiles[0]?.text ?? '')] as const;
    }),
  );
  return Object.fromEntries(bundled) as Record<EnhancementName, Asset>;
}
