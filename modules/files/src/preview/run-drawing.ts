import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { type DrawnFacts, drawingBytes, drawingMs, mostPreviewBytes, type WhyNone } from './limits.ts';

export type Drawing = { readonly facts: DrawnFacts; readonly image: Buffer };

const program = fileURLToPath(new URL('./draw.ts', import.meta.url));
const none = (why: WhyNone): Drawing => ({
  facts: { kind: 'none', why },
  image: Buffer.alloc(0),
});

/**
 * Draws stranger's bytes in a process of its own. A worker thread would share the program's fate when native code fails,
 * and its limits do not count what canvases take; a process has an end, and no secret in its environment.
 */
export function runDrawing(
  bytes: Readable,
  mediaType: string,
  limits = { ms: drawingMs, bytes: drawingBytes },
): Promise<Drawing> {
  const child = spawn(
    process.execPath,
    ['--permission', '--allow-addons', ...readable(), '--no-warnings', '--max-old-space-size=384', program, mediaType],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let stopped: Drawing | undefined;
    const stop = (why: 'too-slow' | 'too-large') => {
      stopped ??= none(why);
      child.kill('SIGKILL');
    };
    const alarm = setTimeout(() => stop('too-slow'), limits.ms);
    const watch = setInterval(() => residentBytes(child.pid) > limits.bytes && stop('too-large'), 50);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostPreviewBytes) stop('too-large');
      else chunks.push(chunk);
    });
    // A process that is gone takes no more; that it is gone is told below.
    child.stdin.on('error', () => {});
    bytes.on('error', () => stop('too-slow'));
    bytes.pipe(child.stdin);
    child.on('error', () => resolve(none('broken')));
    child.on('close', () => {
      clearTimeout(alarm);
      clearInterval(watch);
      bytes.destroy();
      resolve(stopped ?? readDrawing(Buffer.concat(chunks)));
    });
  });
}

/**
 * As the drawing program says it: one line of JSON, then the JPEG. It read a stranger's bytes, so its word is not taken:
 * a fault in native code may have made it say anything, and nothing but a JPEG is kept or shown as one.
 */
export function readDrawing(out: Buffer): Drawing {
  const end = out.indexOf(10);
  // Ended without a word: out of memory, or a fault in native code.
  if (end < 0) return none('broken');
  const facts = readFacts(out.subarray(0, end).toString());
  const image = out.subarray(end + 1);
  if (!facts) return none('broken');
  if (facts.kind === 'none') return none(facts.why);
  return image.subarray(0, 3).equals(jpegStart) ? { facts, image } : none('broken');
}

const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);

const Facts = Type.Union([
  Type.Object({
    kind: Type.Literal('drawn'),
    pages: Type.Integer({ minimum: 1 }),
    shown: Type.Integer({ minimum: 1 }),
  }),
  Type.Object({
    kind: Type.Literal('none'),
    why: Type.Union([
      Type.Literal('kind'),
      Type.Literal('too-large'),
      Type.Literal('locked'),
      Type.Literal('broken'),
      Type.Literal('too-slow'),
    ]),
  }),
]);

function readFacts(line: string): DrawnFacts | undefined {
  try {
    const said: unknown = JSON.parse(line);
    return Value.Check(Facts, said) ? said : undefined;
  } catch {
    return undefined;
  }
}

/** Linux tells; where nobody does, the time alone is the limit. */
function residentBytes(pid: number | undefined): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** This folder and the libraries': all the drawing may read. */
function readable(): string[] {
  const library = fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'));
  return [dirname(program), dirname(dirname(library))].map((folder) => `--allow-fs-read=${folder}/*`);
}
