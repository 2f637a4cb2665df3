// The design page alone on a loopback port, under the Content-Security-Policy the portal will send.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DesignPage, isTheme, loadStyle, renderPage, SamplePage, samplePageNames, typeSizes } from '@zhengtong/ui';
import { createElement } from 'react';

export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'";

/** Starts it; `url('large', { lang: 'en' })` is an address on it. */
export async function startDesignServer(): Promise<{
  url: (theme: string, options?: { lang?: 'zh' | 'en'; size?: 1 | 2 | 3; page?: string }) => string;
  styleCode: string;
  stop: () => void;
}> {
  const style = await loadStyle();
  const server: Server = createServer((request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://design');
    if (pathname === `/${style.fileName}`) return reply.setHeader('content-type', 'text/css').end(style.code);
    const theme = searchParams.get('theme') ?? '';
    const typeSize = typeSizes.find((size) => String(size) === searchParams.get('size'));
    const lang = searchParams.get('lang') === 'en' ? 'en' : 'zh';
    const styleHref = `/${style.fileName}`;
    const dress = { theme: isTheme(theme) ? theme : 'standard', typeSize, lang, styleHref } as const;
    const name = samplePageNames.find((known) => known === searchParams.get('page'));
    const page = name ? createElement(SamplePage, { ...dress, name }) : createElement(DesignPage, dress);
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.setHeader('content-security-policy', contentSecurityPolicy);
    reply.end(renderPage(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (theme, { lang = 'zh', size = 1, page = '' } = {}) =>
      `http://127.0.0.1:${port}/design?theme=${theme}&lang=${lang}&size=${size}&page=${page}`,
    styleCode: style.code,
    stop: () => void server.close(),
  };
}
