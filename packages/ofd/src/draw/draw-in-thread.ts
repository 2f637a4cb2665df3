import { Worker } from 'node:worker_threads';
import type { Asked, Drawn, DrawPaper } from './paper.ts';

type Waiting = { resolve(bytes: Uint8Array): void; reject(fault: Error): void };

/**
 * Papers drawn in a thread of their own: opening the fonts (some 40 MB) takes a second or two, a page a tenth of one, and
 * other people's requests do not wait for either. The thread starts with the first paper and keeps the fonts; a program
 * needs one of these.
 */
export function drawInThread(): DrawPaper {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const made = new Worker(new URL('./drawing-thread.ts', import.meta.url));
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
    made.on('exit', () => stop(made, new Error('the thread that draws papers has ended')));
    return made;
  }

  /** Whoever waits is told; the next paper starts a new thread. */
  function stop(made: Worker, fault: Error): void {
    if (worker !== made) return;
    worker = undefined;
    for (const asked of waiting.values()) asked.reject(fault);
    waiting.clear();
  }

  return (paper, format, sealFolder) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      worker.ref();
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, paper, format, sealFolder } satisfies Asked);
    });
}
