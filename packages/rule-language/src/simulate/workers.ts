import { Worker } from 'node:worker_threads';
import { runShare, type Share } from './run-plan.ts';

/** Threads kept for one or several simulations. Close them, or the process stays up. */
export class Workers {
  readonly #workers: Worker[];

  constructor(count: number) {
    const file = new URL('./worker.ts', import.meta.url);
    // The calling thread takes a share too, so one thread fewer is started.
    this.#workers = Array.from({ length: Math.max(0, count - 1) }, () => new Worker(file));
  }

  get count(): number {
    return this.#workers.length + 1;
  }

  /** Runs shares side by side; the last one on the calling thread. Columns must be in shared memory to be shared and not copied. */
  async run(shares: readonly Share[]): Promise<Float64Array[][]> {
    const away = shares
      .slice(0, this.#workers.length)
      .map((share, at) => this.#post(this.#workers[at] as Worker, share));
    const here = shares.slice(this.#workers.length).map(runShare);
    return [...(await Promise.all(away)), ...here];
  }

  #post(worker: Worker, share: Share): Promise<Float64Array[]> {
    return new Promise((resolve, reject) => {
      const done = (result: Float64Array[]) => {
        worker.off('error', reject);
        resolve(result);
      };
      worker.once('message', done);
      worker.once('error', reject);
      worker.postMessage(share);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
