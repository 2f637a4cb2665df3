import { parentPort } from 'node:worker_threads';
import { runShare, type Share } from './run-plan.ts';

// Columns arrive as views on shared memory: posting them copies nothing.
parentPort?.on('message', (share: Share) => parentPort?.postMessage(runShare(share)));
