import type { Refusal, Result, Route } from '@zhengtong/kernel';
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import { type Answer, type CommandKey, fingerprint, runOnce, type Unanswered } from '../command.ts';
import type { Actor, Ctx } from '../context.ts';
import { type AtOnce, runAtOnce } from '../run-at-once.ts';
import { inRead } from '../transact.ts';
import type { App } from './app.ts';
import type { Language } from './language.ts';
import { type Problem, type Problems, problemBody, sendProblem, writeProblem } from './problems.ts';

export type Asked<P extends TObject, Q extends TObject, B extends TSchema> = {
  readonly params: Static<P>;
  readonly query: Static<Q>;
  readonly body: Static<B>;
  /** The reader's, for answers that say names and sentences. */
  readonly language: Language;
};

/**
 * Serves a contract by a use case. GET reads; anything else is a command and runs once per `Idempotency-Key`.
 * Every kind of refusal needs its HTTP answer here.
 */
export function serve<P extends TObject, Q extends TObject, B extends TSchema, S extends TSchema, R extends Refusal>(
  app: App,
  route: Route<P, Q, B, S>,
  use: (ctx: Ctx, asked: Asked<P, Q, B>) => Promise<Result<Static<S>, R>>,
  problems: Problems<R>,
): void {
  const plain = route as unknown as Route;
  const askedOf = (request: FastifyRequest) => request as unknown as Asked<P, Q, B>;
  if (route.method !== 'GET') {
    addCommand(app, plain, problems, (request, tag, toAnswer) =>
      runOnce(app.setting, request.actor, tag, (ctx) => use(ctx, askedOf(request)), toAnswer),
    );
    return;
  }
  addRoute(app, plain, problems, async (request, reply) => {
    const result = await inRead(app.setting, request.actor, (ctx) => use(ctx, askedOf(request)));
    if (result.ok) return reply.send(result.value);
    const problem = problems[result.refusal.kind as R['kind']];
    return writeProblem(reply, problem.status, problemBody(result.refusal, problem, request.language, request.id));
  });
}

/** Serves a hot command that decides by reads and then writes everything in one statement (`runAtOnce`). */
export function serveAtOnce<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  S extends TSchema,
  R extends Refusal,
>(
  app: App,
  route: Route<P, Q, B, S>,
  decide: (ctx: Ctx, asked: Asked<P, Q, B>) => Promise<Result<AtOnce<Static<S>>, R>>,
  problems: Problems<R>,
): void {
  addCommand(app, route as unknown as Route, problems, (request, tag, toAnswer) =>
    runAtOnce(
      app.setting,
      request.actor,
      tag,
      (ctx) => decide(ctx, request as unknown as Asked<P, Q, B>),
      toAnswer as (result: Result<Static<S>, R>) => Answer,
    ),
  );
}

type RunCommand = (
  request: FastifyRequest & { actor: Actor },
  tag: CommandKey,
  toAnswer: (result: Result<unknown, Refusal>) => Answer,
) => Promise<Result<Answer, Unanswered>>;

function addCommand(app: App, route: Route, problems: Problems<Refusal>, run: RunCommand): void {
  addRoute(app, route, problems, async (request, reply) => {
    const key = keyOf(request);
    if (key === undefined) return sendProblem(request, reply, { kind: 'idempotency-key-missing' });
    // For a firm it is another request: the answer of what one did for oneself is not the answer to it.
    const whose = request.actor.firmId ? ` for ${request.actor.firmId}` : '';
    const tag = { key, fingerprint: fingerprint(`${route.method} ${request.url}${whose}`, request.body) };
    const toText = reply.compileSerializationSchema(route.response as Record<string, unknown>);
    const answered = await run(request, tag, (result) => {
      if (result.ok) return { status: 200, body: toText(result.value as Record<string, unknown>) };
      const problem = problems[result.refusal.kind] as Problem;
      return { status: problem.status, body: problemBody(result.refusal, problem, request.language, request.id) };
    });
    return answered.ok ? sendAnswer(app, reply, answered.value) : sendProblem(request, reply, answered.refusal);
  });
}

/** The caller's `Idempotency-Key`; undefined where it is none. */
export function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key) ? key : undefined;
}

/** A stored answer, now or again. */
export function sendAnswer(app: App, reply: FastifyReply, { status, body }: Answer): FastifyReply {
  if (status >= 400) return writeProblem(reply, status, body);
  app.wake();
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(body);
}

export function addRoute(
  app: App,
  route: Route,
  problems: Problems<Refusal>,
  answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  takesKey = route.method !== 'GET',
): void {
  app.routes.push({ route, problems, takesKey });
  app.http.route({
    method: route.method,
    url: route.path,
    config: {
      allow: route.allow,
      costs: route.costs ?? (route.takes === 'file' ? 'upload' : 'ordinary'),
      takesFiles: route.takes === 'file',
    },
    schema: schemaOf(route),
    preHandler: route.method === 'GET' ? [] : [refuseForeignOrigin],
    handler: async (request, reply) => {
      await answer(request, reply);
      return reply;
    },
  });
}

function schemaOf({ params, query, body, response }: Partial<Route>): FastifySchema {
  return {
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    response: { 200: response },
  };
}

/** A browser on another site cannot make a member of staff act: its requests carry that site's origin. */
export async function refuseForeignOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isOwn = origin === undefined || origin === `${request.protocol}://${request.host}`;
  if (isOwn && (site === undefined || site === 'same-origin' || site === 'none')) return undefined;
  return sendProblem(request, reply, { kind: 'foreign-origin' });
}
