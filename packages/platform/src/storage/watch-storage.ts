import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { Reading } from '../module.ts';
import { type Storage, StorageAway, StorageFull } from './storage.ts';

const quietMs = 60_000;

/**
 * The same storage, whose failures the operator hears of: counted for `/metrics` and logged at error, a line a minute at
 * most, since a full disk fails every upload. Whoever asked still gets the failure. An upload that was cut off or is too
 * large breaks in its source; that is no failure of the storage.
 */
export function watchStorage(
  storage: Storage,
  log: Pick<Logger, 'error'>,
  nowMs: () => number = () => performance.now(),
): { readonly storage: Storage; readonly failures: Reading } {
  let failures = 0;
  let loggedMs = Number.NEGATIVE_INFINITY;
  const note = (fault: unknown, doing: string): void => {
    failures++;
    if (nowMs() - loggedMs < quietMs) return;
    loggedMs = nowMs();
    const isFull = fault instanceof StorageFull;
    const err = fault instanceof StorageAway ? (fault.cause ?? fault) : fault;
    log.error({ err, doing, failures }, isFull ? 'no room left in the storage' : 'the storage failed');
  };
  const watched =
    <A extends unknown[], T>(doing: string, work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      try {
        return await work(...given);
      } catch (fault) {
        if (!given.some((one) => isBrokenBy(one, fault))) note(fault, doing);
        throw fault;
      }
    };
  return {
    storage: {
      write: watched('write', storage.write),
      read: watched('read', storage.read),
      exists: watched('exists', storage.exists),
      remove: watched('remove', storage.remove),
      list: () => storage.list(),
    },
    failures: {
      name: 'zhengtong_storage_failures_total',
      help: 'What the storage of files failed at since the program started: no room, no right, away',
      kind: 'counter',
      read: () => failures,
    },
  };
}

/** Whether the fault came out of the stream; one of the system passes through it too, and names its call. */
const isBrokenBy = (given: unknown, fault: unknown): boolean =>
  (given as Partial<Readable> | undefined)?.errored === fault && !(fault as NodeJS.ErrnoException).syscall;
