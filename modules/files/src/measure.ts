import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { mostBytes } from './domain/kinds.ts';

/** Counts and hashes what flows through; stops at the limit. Keeps the first 64 KiB to tell the kind by. */
export class Measure extends Transform {
  bytes = 0;
  isTooLarge = false;
  readonly #hash = createHash('sha256');
  readonly #first: Buffer[] = [];
  #kept = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes > mostBytes) {
      this.isTooLarge = true;
      done(new Error('too large'));
      return;
    }
    this.#hash.update(chunk);
    if (this.#kept < 65_536) {
      this.#first.push(chunk);
      this.#kept += chunk.length;
    }
    done(null, chunk);
  }

  digest = (): string => this.#hash.digest('hex');
  head = (): Buffer => Buffer.concat(this.#first);
}
