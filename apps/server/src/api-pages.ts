import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type App, describeApi } from '@zhengtong/platform';

const version = '0.1.0';
const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const assets = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const;

/** `/api` to read, `/api/openapi.json` for programs: both from the contracts that guard the routes. */
export function addApiPages(app: App): void {
  const config = { allow: ['public'] as const };
  let description: object | undefined;
  app.http.get('/api/openapi.json', { config }, async () => {
    description ??= describeApi(app.routes, version);
    return description;
  });
  for (const [name, type] of Object.entries(assets)) {
    const bytes = readFileSync(join(folder, name));
    app.http.get(`/api/assets/${name}`, { config }, async (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=86400').send(bytes),
    );
  }
  app.http.get('/api', { config }, async (request, reply) => {
    // The reader draws with style attributes and inline pictures; it shows public text only, so they are let through here.
    void reply.header(
      'content-security-policy',
      `default-src 'none'; script-src 'self' 'nonce-${request.nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    return reply.type('text/html; charset=utf-8').send(page(request.nonce));
  });
}

const page = (nonce: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口文档 · 政通 Zhengtong API</title><link rel="stylesheet" href="/api/assets/swagger-ui.css"></head>
<body><main id="api" aria-label="API"></main><noscript><p>机器可读的接口描述 · machine-readable description: <a href="/api/openapi.json">/api/openapi.json</a></p></noscript>
<script src="/api/assets/swagger-ui-bundle.js" nonce="${nonce}"></script>
<script nonce="${nonce}">SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', supportedSubmitMethods: [] });</script>
</body></html>`;
