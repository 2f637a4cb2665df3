import type { Storage } from '@zhengtong/platform';
import type { Quota } from './domain/quota.ts';
import type { Scanner } from './scanner.ts';

export type FilePorts = {
  readonly storage: Storage;
  readonly scanner: Scanner | undefined;
  /** What happens to a file no scanner looked at: kept back until one does, or let through with a mark. */
  readonly unscanned: 'hold' | 'accept';
  readonly quota: Quota;
};
