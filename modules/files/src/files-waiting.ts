import type { Reading } from '@zhengtong/platform';
import { countScan } from './store.ts';

/** What tells an operator of a scanner that is away while files are held. */
export const filesWaiting: Reading = {
  name: 'zhengtong_files_waiting_for_scan',
  help: 'Files held until a scanner has looked into them; up to 10000',
  kind: 'gauge',
  read: ({ db }) => countScan(db, 'waiting'),
};

/** What still stands as it was let through; it falls once a scanner is there. */
export const filesUnscanned: Reading = {
  name: 'zhengtong_files_unscanned',
  help: 'Files let through that no scanner has looked into yet; up to 10000',
  kind: 'gauge',
  read: ({ db }) => countScan(db, 'unscanned'),
};
