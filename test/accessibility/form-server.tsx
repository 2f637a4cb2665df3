// The sample form of `forms` behind the smallest possible portal: GET shows it, POST puts the answers into the draft and
// shows the page again with its errors, `/check` is the check-your-answers page. No script, no database.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AnswerSummary,
  checkDraft,
  type Draft,
  emptyDraft,
  errorLines,
  FormQuestions,
  loadForm,
  type PostBody,
  putAnswers,
  readPost,
} from '@zhengtong/forms';
import { sampleContext, sampleDefinition } from '@zhengtong/forms/test';
import { type Instant, must } from '@zhengtong/kernel';
import { Button, Buttons, ErrorSummary, type Lang, loadStyle, Page, renderPage, type Theme } from '@zhengtong/ui';
import type { ReactNode } from 'react';
import { contentSecurityPolicy } from './design-server.ts';

const form = must(loadForm(sampleDefinition));
const writer = { by: 'person-1', at: '2026-11-23T01:00:00.000Z' as Instant };

async function readBody(request: IncomingMessage): Promise<PostBody> {
  let text = '';
  for await (const chunk of request) text += chunk;
  const sent = new URLSearchParams(text);
  return Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));
}

type Dress = { lang: Lang; theme: Theme; styleHref: string; title: string; hasErrors?: boolean; children: ReactNode };

const Frame = ({ title, children, ...dress }: Dress) => (
  <Page
    {...dress}
    title={title}
    header={{
      serviceName: '示例市政务服务',
      homeHref: '/',
      signInHref: '/',
      themeHref: () => '/',
      languageHref: () => '/',
    }}
    footer={{ help: [{ icon: 'phone', text: '12345', href: 'tel:12345' }], links: [], publisher: '示例市' }}
  >
    <h1>{title}</h1>
    {children}
  </Page>
);

/** Starts it; each server keeps one draft. */
export async function startFormServer() {
  const style = await loadStyle();
  let draft: Draft = emptyDraft;
  const server = createServer(async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://form');
    if (pathname === `/${style.fileName}`) return reply.setHeader('content-type', 'text/css').end(style.code);
    const lang: Lang = searchParams.get('lang') === 'en' ? 'en' : 'zh';
    const theme = (searchParams.get('theme') ?? 'standard') as Theme;
    const dress = { lang, theme, styleHref: `/${style.fileName}` };
    if (request.method === 'POST')
      draft = putAnswers(form, draft, readPost(form, await readBody(request)).typed, writer, sampleContext);
    const { errors } = checkDraft(form, draft, sampleContext);
    const shown = request.method === 'POST' ? errors : [];
    const props = { form, draft, context: sampleContext, lang };
    const title = form.definition.title[lang];
    const page =
      pathname === '/check' ? (
        <Frame {...dress} title={title}>
          <AnswerSummary {...props} changeHref={(key) => `/#q-${key}`} />
        </Frame>
      ) : (
        <Frame {...dress} title={title} hasErrors={shown.length > 0}>
          <ErrorSummary errors={errorLines(form, shown, lang)} lang={lang} />
          <form method="post" action={request.url}>
            <FormQuestions {...props} errors={shown} />
            <Buttons>
              <Button>{lang === 'zh' ? '继续' : 'Continue'}</Button>
            </Buttons>
          </form>
        </Frame>
      );
    reply
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', contentSecurityPolicy);
    reply.end(renderPage(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: (path: string) => `http://127.0.0.1:${port}${path}`, stop: () => void server.close() };
}
