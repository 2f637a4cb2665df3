import type { Refusal, Result, Route } from '@zhengtong/kernel';
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import { fingerprint, runOnce } from '../command.ts';
import type { Ctx } from '../context.ts';
import { inRead } from '../transact.ts';
import type { App } from './app.ts';
import { type Problems, problemBody, sendProblem, writeProblem } from './problems.ts';

export type Asked<P extends TObject, Q extends TObject, B extends TSchema> = {
  readonly params: Static<P>;
  readonly query: Static<Q>;
  readonly body: Static<B>;
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
  app.routes.push({ route: route as unknown as Route, problems });
  const isRead = route.method === 'GET';
  app.http.route({
    method: route.method,
    url: route.path,
    config: { allow: route.allow },
    schema: schemaOf(route as unknown as Route),
    preHandler: isRead ? [] : [refuseForeignOrigin],
    handler: async (request, reply) => {
      await (isRead ? answerRead(request, reply) : answerCommand(request, reply));
      return reply;
    },
  });

  const askedOf = (request: FastifyRequest) => request as unknown as Asked<P, Q, B>;

  async function answerRead(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const result = await inRead(app.setting, request.actor, (ctx) => use(ctx, askedOf(request)));
    if (result.ok) return reply.send(result.value);
    const problem = problems[result.refusal.kind as R['kind']];
    return writeProblem(reply, problem.status, problemBody(result.refusal, problem, request.language, request.id));
  }

  async function answerCommand(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
      return sendProblem(request, reply, { kind: 'idempotency-key-missing' });
    }
    const tag = { key, fingerprint: fingerprint(`${route.method} ${request.url}`, request.body) };
    const toText = reply.compileSerializationSchema(route.response as Record<string, unknown>);
    const answered = await runOnce(
      app.setting,
      request.actor,
      tag,
      (ctx) => use(ctx, askedOf(request)),
      (result) => {
        if (result.ok) return { status: 200, body: toText(result.value) };
        const problem = problems[result.refusal.kind as R['kind']];
        return { status: problem.status, body: problemBody(result.refusal, problem, request.language, request.id) };
      },
    );
    if (!answered.ok) return sendProblem(request, reply, answered.refusal);
    const { status, body } = answered.value;
    if (status >= 400) return writeProblem(reply, status, body);
    app.wake();
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .serializer((text: unknown) => text as string)
      .send(body);
  }
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
