// The door for the composition root: the staff console's page, its files and its live channel.
import type { App, Language } from '@zhengtong/platform';
import { languageCookie } from '@zhengtong/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Bundle, openBundle } from './build-console.ts';
import { addFormPreview } from './form-preview.ts';
import { addLiveChannel, type LiveOptions } from './live-channel.ts';

export { addLiveChannel };

const anybody = { config: { allow: ['public'] } } as const;

/** Builds the console where its sources changed, and serves it. The page is for anybody; what it shows is not. */
export async function addConsole(app: App, options: LiveOptions): Promise<void> {
  const bundle = await openBundle();
  const page = async (request: FastifyRequest, reply: FastifyReply) =>
    reply.type('text/html; charset=utf-8').send(writePage(bundle, request.language, request.nonce));
  app.http.get('/console', anybody, page);
  // Every address of the console answers the same page; the router in it knows which one is meant.
  app.http.get('/console/*', anybody, page);
  addAssets(app, bundle);
  addLanguage(app);
  await addFormPreview(app);
  addLiveChannel(app, options);
}

function addAssets(app: App, { assets }: Bundle): void {
  app.http.get<{ Params: { file: string } }>('/console/assets/:file', anybody, async (request, reply) => {
    const asset = assets.get(`assets/${request.params.file}`);
    if (!asset) return reply.code(404).type('text/plain').send('');
    const accepted = request.headers['accept-encoding'] ?? '';
    const way = (['brotli', 'gzip'] as const).find((one) => accepted.includes(one === 'brotli' ? 'br' : 'gzip'));
    if (way) void reply.header('content-encoding', way === 'brotli' ? 'br' : 'gzip');
    return reply
      .type(asset.type)
      .header('vary', 'accept-encoding')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(asset[way ?? 'code']);
  });
}

/** The language is a cookie of the server's, since its own sentences follow it too. */
function addLanguage(app: App): void {
  app.http.get<{ Querystring: { lang?: string; back?: string } }>(
    '/console/language',
    anybody,
    async (request, reply) => {
      const { lang, back = '' } = request.query;
      const cookie = { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true } as const;
      if (lang === 'zh' || lang === 'en') void reply.setCookie(languageCookie, lang, cookie);
      return reply.redirect(/^\/console(\/[\w./?=&%-]*)?$/.test(back) ? back : '/console');
    },
  );
}

function writePage({ script, styles }: Bundle, language: Language, nonce: string): string {
  const title = language === 'zh' ? '政通工作台' : 'Zhengtong console';
  const noScript =
    language === 'zh' ? '工作台需要浏览器启用 JavaScript。' : 'The console needs JavaScript to be switched on.';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
${styles.map((href) => `<link rel="stylesheet" href="/console/${href}">`).join('\n')}
<script type="module" nonce="${nonce}" src="/console/${script}"></script>
</head>
<body><div id="console"></div><noscript>${noScript}</noscript></body>
</html>
`;
}
