import type { Role } from '@zhengtong/kernel';
import { houseProblems } from '@zhengtong/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSmall } from './compress.ts';
import { type Content, showInFrame } from './frame.tsx';
import { pageOfError } from './page-of-error.tsx';
import { isMultipart } from './read-upload.ts';
import type { Site } from './site.ts';
import { judgeToken } from './tokens.ts';
import { type Visit, visitOf } from './visit.ts';

type Texts = Readonly<Record<string, string | undefined>>;
export type Posted = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Asked = { readonly params: Texts; readonly query: Texts; readonly body: Posted };

export type HouseProblem = keyof typeof houseProblems;

/** What a page answers: itself, another address to go to (303), or one of the house's problems. */
export type Answer =
  | (Content & {
      readonly status?: number;
      /** Whom to show it to, where that changed on the way: somebody has just signed in. */
      readonly visit?: Visit;
    })
  | { readonly goTo: string }
  | { readonly problem: HouseProblem }
  /** The route has sent its own: a download. */
  | { readonly sent: true };

export type Rule = {
  readonly allow: readonly Role[];
  readonly costs?: 'ordinary' | 'sign-in' | 'verify' | 'upload';
  /** The route reads a multipart body itself, as it streams, and judges the token when it has come. */
  readonly streams?: true;
};

export const anybody: Rule = { allow: ['public'] };
export const signedIn: Rule = { allow: ['person', 'firm'] };

export type Act = (visit: Visit, asked: Asked, reply: FastifyReply) => Promise<Answer> | Answer;

export function addPage(site: Site, url: string, rule: Rule, show: Act): void {
  addRoute(site, 'GET', url, rule, show);
}

/** A form's target. What comes from another site or without the person's token is refused before anything is done. */
export function addPost(site: Site, url: string, rule: Rule, act: Act): void {
  addRoute(site, 'POST', url, rule, async (visit, asked, reply) => {
    if (isForeign(visit.request)) return { problem: 'foreign-origin' };
    if (!rule.streams || !isMultipart(visit.request)) {
      const judged = judgeToken(site.setting.keys, visit.actor, textOf(asked.body, 'token'));
      if (judged === 'foreign') return { problem: 'foreign-origin' };
      if (judged === 'earlier') return { problem: 'not-signed-in' };
    }
    return await act(visit, asked, reply);
  });
}

function addRoute(site: Site, method: 'GET' | 'POST', url: string, { allow, costs, streams }: Rule, act: Act): void {
  site.app.http.route({
    method,
    url,
    config: { allow, page: true, takesFiles: streams === true, ...(costs ? { costs } : {}) },
    handler: async (request, reply) => {
      const visit = await visitOf(site, request);
      const query = flatten(request.query as Record<string, unknown>);
      const asked = { params: request.params, query, body: request.body ?? {} } as Asked;
      return send(visit, await act(visit, asked, reply), reply);
    },
  });
}

/** A name given twice in an address counts once, the first time: pages read texts, never lists. */
const flatten = (query: Record<string, unknown>): Texts =>
  Object.fromEntries(Object.entries(query).map(([name, text]) => [name, String(Array.isArray(text) ? text[0] : text)]));

function send(visit: Visit, answer: Answer, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
  if ('sent' in answer) return reply;
  if ('goTo' in answer) return reply.redirect(answer.goTo, 303);
  if ('problem' in answer) {
    const { status, ...title } = houseProblems[answer.problem];
    void reply.code(status);
    return pageOfError(visit.request, reply, { status, kind: answer.problem, title: title[visit.lang] });
  }
  const { status = 200, visit: shownTo = visit, ...content } = answer;
  const typed = reply.code(status).type('text/html; charset=utf-8');
  const page = showInFrame(shownTo, content);
  return shownTo.actor.kind === 'public' ? sendSmall(visit.request, typed, page) : typed.send(page);
}

function isForeign({ headers, protocol, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  const isOwn = headers.origin === undefined || headers.origin === `${protocol}://${host}`;
  return !isOwn || !(site === undefined || site === 'same-origin' || site === 'none');
}

/** One text of a post; the last where a name came more than once. */
export function textOf(body: Posted, name: string): string {
  const value = body[name];
  return (typeof value === 'string' ? value : value?.at(-1)) ?? '';
}

/** An address on this site and nothing else, for coming back after signing in or a change of dress. */
export const ownPath = (text: string | undefined, otherwise = '/'): string =>
  text && /^\/(?![/\\])[\x21-\x7e]{0,1000}$/.test(text) && !text.startsWith('/display') ? text : otherwise;
