// How many pages a second one process gives, guide and search, beside an echo of the same size in the same run; how many
// bytes travel, style included, and whether a page needs script (it must not).
import { brotliCompressSync } from 'node:zlib';
import { systemActor } from '@zhengtong/platform';
import type { PortalWorld } from '@zhengtong/portal/test';
import autocannon from 'autocannon';

export const summary = '门户页面：每秒页数、p99、字节 · portal pages: per second, p99, bytes';

const mostBytes = 30 * 1024;

export async function run(args: string[]): Promise<number> {
  // Before anything loads React: its development build is several times slower, and who starts the program has none of it.
  process.env.NODE_ENV = 'production';
  const { installShippedItems } = await import('@zhengtong/catalogue');
  const { portalWorld } = await import('@zhengtong/portal/test');
  const seconds = Number(args[0] ?? 5);
  const undo: (() => unknown)[] = [];
  const world = await portalWorld({ after: (done) => void undo.push(done as () => unknown) });
  try {
    const { items } = await world.with(systemActor('bench'), (ctx) => installShippedItems(ctx));
    const guide = `/items/990100/${items.get('food-business-licence') ?? [...items.values()][0]}`;
    const pages = { home: '/', guide, search: `/search?q=${encodeURIComponent('开饭店')}` };
    const { http } = world.portal;
    let echo = '';
    http.get('/echo', { config: { allow: ['public'] } }, (_, reply) => reply.type('text/html').send(echo));
    echo = (await http.inject(guide)).body;
    await http.listen({ host: '127.0.0.1', port: 0 });
    const { port } = http.server.address() as { port: number };
    const measure = async (path: string) => {
      const { requests, latency, non2xx } = await autocannon({
        url: `http://127.0.0.1:${port}${path}`,
        connections: 10,
        duration: seconds,
      });
      if (non2xx > 0) throw new Error(`${path}: ${non2xx} answers were no pages`);
      return { perSecond: Math.round(requests.average), p99: latency.p99 };
    };
    const limit = (await measure('/echo')).perSecond;
    const figures: { name: string; figure: number; unit: string; limit: number | null; ratio: number | null }[] = [];
    const figure = (name: string, value: number, unit: string, most: number | null) =>
      figures.push({
        name,
        figure: value,
        unit,
        limit: most,
        ratio: most === null ? null : Number((value / most).toFixed(3)),
      });
    let isTooHeavy = false;
    for (const [name, path] of Object.entries(pages)) {
      await measure(path);
      const { perSecond, p99 } = await measure(path);
      const html = (await http.inject(path)).body;
      const bytes = brotliCompressSync(html).length + (await styleBytes(http, html));
      isTooHeavy ||= bytes > mostBytes;
      figure(name, perSecond, '1/s', limit);
      figure(`${name} p99`, p99, 'ms', null);
      figure(`${name} with style`, bytes, 'B', mostBytes);
      console.log(`${name.padEnd(8)} ${perSecond}/s  p99 ${p99} ms  ${(bytes / 1024).toFixed(1)} KB (≤ 30)`);
    }
    console.log(`echo     ${limit}/s`);
    console.log(JSON.stringify({ bench: 'portal', figures }));
    return isTooHeavy ? 1 : 0;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function styleBytes(http: PortalWorld['portal']['http'], html: string): Promise<number> {
  const href = /href="(\/assets\/style[^"]+)"/.exec(html)?.[1] ?? '';
  return brotliCompressSync((await http.inject(href)).body).length;
}
