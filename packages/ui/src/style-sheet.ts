// The whole style as one small file, named by its content so that a browser keeps it for good.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

export type Asset = {
  name: string;
  /** "style.1a2b3c4d.css": a new content is a new address. */
  fileName: string;
  code: string;
  /** For the `integrity` attribute. */
  integrity: string;
};

/** Names an asset by its content. */
export function nameAsset(name: string, ending: string, code: string): Asset {
  const digest = createHash('sha384').update(code).digest();
  const short = digest.toString('hex').slice(0, 10);
  return { name, fileName: `${name}.${short}.${ending}`, code, integrity: `sha384-${digest.toString('base64')}` };
}

const entry = join(import.meta.dirname, 'styles', 'style.css');

/** Joins and shrinks the parts under `styles/`; takes some 20 ms, once at start. */
export async function loadStyle(): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    target: 'chrome109',
  });
  return nameAsset('style', 'css', outputFiles[0]?.text ?? readFileSync(entry, 'utf8'));
}
