import type { Reading } from '@zhengtong/platform';
import { countWaiting } from './store.ts';

/** What tells an operator of a scanner that is away while files are held. */
export const filesWaiting: Reading = {
  name: 'zhengtong_files_waiting_for_scan',
  help: 'Files held until a scanner has looked into them; up to 10000',
  kind: 'gauge',
  read: ({ db }) => countWaiting(db),
};
