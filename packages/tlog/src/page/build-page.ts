import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { sha256 } from '../node/native-hash.ts';
import { readTrust } from '../receipt/trust.ts';
import { pageHtml } from './page-html.ts';

/** A page larger than this is not sent by mail, not kept on a stick, not read by anyone. */
export const maxPageBytes = 200_000;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function bundle(): Promise<string> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  // A closing tag inside a string of the script would end it early.
  return (built.outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script');
}

/**
 * The verification page as one HTML file around a trust file (see `readTrust`). The content security policy allows
 * this script and this style by their hashes and no connection of any kind, so the browser itself keeps the promise
 * that nothing leaves the page. Throws on a trust file that does not read or a page over 200 KB.
 */
export async function buildPage(trust: string): Promise<string> {
  const read = readTrust(sha256, trust);
  if (!read.ok) throw new Error(`trust file: ${read.refusal.field}`);
  const [css, script] = await Promise.all([readFile(join(import.meta.dirname, 'page.css'), 'utf8'), bundle()]);
  const style = (await transform(css, { loader: 'css', minify: true })).code.trim();
  const csp = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // JSON in HTML: only "<" could end the element, and in JSON it may be written as an escape.
  const page = pageHtml({ csp, style, script, trust: trust.replaceAll('<', '\\u003c') });
  if (Buffer.byteLength(page) > maxPageBytes) throw new Error(`the page has ${Buffer.byteLength(page)} bytes`);
  return page;
}
