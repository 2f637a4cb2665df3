import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { securityOf, securitySchemes } from '@zhengtong/identity';
import { type App, describeApi } from '@zhengtong/platform';

const version = '0.1.0';
/** What a newcomer's program needs before its first request; Markdown, as OpenAPI reads it. */
const introduction = `
**登录 · Signing in.** \`POST /api/v1/sign-in-codes\` 把验证码发到本人手机，\`POST /api/v1/sessions\` 用它换取令牌，以后的请求带 \`Authorization: Bearer 令牌\`。代企业办事用 \`PUT /api/v1/session/firm\`。事项和证照核验不用登录。 · A code goes to the person's phone, is exchanged for a token, and the token goes with every request. Items and verification need none.

**重复 · Repeats.** 写操作带 \`Idempotency-Key\`（每项操作各一个），断线后原样重发不会办两次。 · Commands take an \`Idempotency-Key\`, one an operation; sent again after a cut line, nothing is done twice.

**错误 · Errors** 一律为 RFC 9457 problem（\`application/problem+json\`），\`type\` 说明种类；地址对而方法不对的是 405，\`Allow\` 列出可用的方法；429 和 503 带 \`Retry-After\`。 · RFC 9457 problems; \`type\` is the kind; a known address asked by another method answers 405 with \`Allow\`; 429 and 503 bear \`Retry-After\`.

**语言 · Language** 按 \`Accept-Language\`，缺省为中文。 · By \`Accept-Language\`; Chinese unless asked.
`;
const groups = [
  {
    name: '公开接口 · public',
    description: '给办事人和他们的程序 · for people and their programs',
    prefix: '/api/v1/',
  },
  {
    name: '工作台 · console',
    description: '工作台自用，会变 · the console’s own, may change',
    prefix: '/api/console/',
  },
];
const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const assets = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const;

/** `/api` to read, `/api/openapi.json` for programs: both from the contracts that guard the routes. */
export function addApiPages(app: App): void {
  const config = { allow: ['public'] as const };
  let description: object | undefined;
  app.http.get('/api/openapi.json', { config }, async () => {
    description ??= describeApi(app.routes, {
      version,
      description: introduction,
      groups,
      securitySchemes,
      securityOf,
    });
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
<title>接口文档 · 政通 Zhengtong API</title><link rel="stylesheet" href="/api/assets/swagger-ui.css">
<style nonce="${nonce}">.scheme-container, .authorization__btn { display: none }</style></head>
<body><main id="api" aria-label="API"></main><noscript><p>机器可读的接口描述 · machine-readable description: <a href="/api/openapi.json">/api/openapi.json</a></p></noscript>
<script src="/api/assets/swagger-ui-bundle.js" nonce="${nonce}"></script>
<script nonce="${nonce}">SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', supportedSubmitMethods: [] });</script>
</body></html>`;
