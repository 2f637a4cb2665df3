import { languageCookie } from '@zhengtong/platform';
import type { Asset } from '@zhengtong/ui';
import { isTheme, typeSizes } from '@zhengtong/ui';
import { keptSmall } from '../compress.ts';
import { addPage, anybody, ownPath } from '../routing.ts';
import type { Site } from '../site.ts';
import { sizeCookie, themeCookie } from '../visit.ts';

const robots = `User-agent: *
Allow: /
Disallow: /api/
Disallow: /apply/
Disallow: /my/
Disallow: /v/
Disallow: /display
`;

/** Style and scripts, each named by its content and so kept by browsers for good; how a page is dressed. */
export function addAssets(site: Site): void {
  const forever = 'public, max-age=31536000, immutable';
  const addAsset = ({ fileName, code }: Asset, type: string): void => {
    const sendKept = keptSmall(code);
    // Not a page: nobody's name is looked up for it.
    site.app.http.get(`/assets/${fileName}`, { config: { allow: ['public'] } }, (request, reply) =>
      sendKept(request, reply.type(type).header('cache-control', forever)),
    );
  };
  addAsset(site.style, 'text/css; charset=utf-8');
  for (const script of Object.values(site.scripts)) addAsset(script, 'text/javascript; charset=utf-8');

  addPage(site, '/robots.txt', anybody, (_, __, reply) => {
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(robots);
    return { sent: true };
  });

  // A wish about looks is remembered for a year and comes back to the page it was made on.
  addPage(site, '/display', anybody, (_, { query }, reply) => {
    const cookie = (name: string, value: string) =>
      reply.setCookie(name, value, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true });
    if (query.theme && isTheme(query.theme)) cookie(themeCookie, query.theme);
    if (typeSizes.some((size) => String(size) === query.size)) cookie(sizeCookie, query.size ?? '');
    if (query.lang === 'zh' || query.lang === 'en') cookie(languageCookie, query.lang);
    return { goTo: ownPath(query.back) };
  });
}
