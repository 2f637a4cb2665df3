import type { PageOfError } from '@zhengtong/platform';
import { Buttons, ErrorContent, type ErrorKind, errorTitle, LinkButton, SearchBox } from '@zhengtong/ui';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Content, showInFrame } from './frame.tsx';
import { sealKept } from './kept-post.ts';
import { chooseAgain, keptPage } from './pages/sign-in.tsx';
import { hadFiles, isMultipart, readTyped } from './read-upload.ts';
import type { Posted } from './routing.ts';
import { type Visit, visitOf } from './visit.ts';

const kinds: Readonly<Record<string, ErrorKind>> = {
  'not-found': 'not-found',
  'wrong-method': 'wrong-method',
  'not-allowed': 'not-allowed',
  'too-many-requests': 'too-many',
  'in-flight': 'out-of-date',
  unavailable: 'resting',
  fault: 'broken',
};

/** What went wrong, in the reader's language and theme, with a way on. */
export const pageOfError: PageOfError = async (request, reply, problem) => {
  const site = request.server.portalSite;
  if (!site) return reply.code(problem.status).type('text/plain; charset=utf-8').send(problem.title);
  // The autosave script only looks at the number.
  if (request.headers['x-autosave']) return reply.code(problem.status).send();
  const visit = await visitOf(site, request);
  if (problem.kind === 'not-signed-in') return askToSignIn(visit, request, reply);
  const content = contentOf(visit, problem.kind, problem.title);
  return reply
    .code(problem.status)
    .type('text/html; charset=utf-8')
    .send(showInFrame(visit, { ...content, ...(request.method === 'GET' ? {} : { backTo: '/' }) }));
};

/** A page to look at is found again by its address; what was typed is kept, sealed, until the person is back. */
async function askToSignIn(visit: Visit, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const goBackTo = (back: string) => reply.redirect(`/sign-in?back=${encodeURIComponent(back)}`, 303);
  if (request.method === 'GET') return goBackTo(request.url);
  const body = ((isMultipart(request) ? (request.body ?? (await readTyped(request))) : request.body) ?? {}) as Posted;
  // Files are not kept: a page with nothing else is found again by its address, and says that they did not come.
  if (isMultipart(request) && !hasAnswers(body)) return goBackTo(`${request.url.split('?')[0]}?${chooseAgain}`);
  const kept = sealKept(visit.site.setting.keys, { url: request.url, body, at: Date.parse(visit.now) });
  return reply
    .code(401)
    .type('text/html; charset=utf-8')
    .send(showInFrame(visit, { ...keptPage(visit, kept, hadFiles in body), backTo: '/sign-in' }));
}

const hasAnswers = (body: Posted): boolean =>
  Object.entries(body).some(([name, value]) => name.startsWith('q.') && [value ?? ''].flat().some(Boolean));

function contentOf(visit: Visit, kind: string, title: string): Content {
  const { say, lang, request } = visit;
  const known = kinds[kind];
  const ways = (
    <>
      {known === 'not-found' ? <SearchBox action="/search" label={say('frame.searchLabel')} lang={lang} /> : null}
      <Buttons>
        <LinkButton href="/" look={known === 'not-found' ? 'second' : 'main'}>
          {say('frame.backHome')}
        </LinkButton>
      </Buttons>
    </>
  );
  if (known) {
    return {
      title: errorTitle(known, lang),
      children: (
        <ErrorContent kind={known} lang={lang} requestId={known === 'broken' ? request.id : undefined}>
          {ways}
        </ErrorContent>
      ),
    };
  }
  const [heading, text] =
    kind === 'foreign-origin'
      ? [say('frame.tokenTitle'), say('frame.tokenText')]
      : [
          say('frame.requestTitle'),
          kind === 'too-large'
            ? say('frame.tooLargeText')
            : `${title}${lang === 'zh' ? '。' : '. '}${say('frame.sendAgain')}`,
        ];
  return {
    title: heading,
    children: (
      <div className="oops">
        <h1>{heading}</h1>
        <p className="lead">{text}</p>
        {ways}
      </div>
    ),
  };
}
