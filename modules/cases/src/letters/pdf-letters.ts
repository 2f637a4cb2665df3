import { Worker } from 'node:worker_threads';
import type { LetterRenderer } from './render-letter.ts';

type Drawn = { readonly id: number; readonly bytes?: Uint8Array; readonly fault?: string };
type Waiting = { resolve(bytes: Uint8Array): void; reject(fault: Error): void };

/**
 * Letters as PDF, drawn in a thread of its own: opening the fonts (some 40 MB) takes a second or two, a page a tenth of
 * one, and other people's requests do not wait for either. The thread starts with the first letter and keeps the fonts.
 */
export function pdfLetters(): LetterRenderer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const made = new Worker(new URL('./draw-letters.ts', import.meta.url));
    // A program that has nothing else to do may end.
    made.unref();
    made.on('message', ({ id, bytes, fault }: Drawn) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (bytes) asked?.resolve(bytes);
      else asked?.reject(new Error(fault));
      if (waiting.size === 0) made.unref();
    });
    made.on('error', (fault) => stop(made, fault instanceof Error ? fault : new Error(String(fault))));
    made.on('exit', () => stop(made, new Error('the thread that draws letters has ended')));
    return made;
  }

  /** Whoever waits is told; the next letter starts a new thread. */
  function stop(made: Worker, fault: Error): void {
    if (worker !== made) return;
    worker = undefined;
    for (const asked of waiting.values()) asked.reject(fault);
    waiting.clear();
  }

  return (sheet) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      worker.ref();
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, sheet });
    });
}
