import { createServer } from 'node:net';
import type { Config } from '@zhengtong/platform';

/**
 * Whether the port can be had, asked before anything is built: a first start would otherwise make a whole city and then
 * say that the port is taken. Throws what listening throws.
 */
export function probePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
