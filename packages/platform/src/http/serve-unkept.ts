import type { Refusal, Result, Route } from '@zhengtong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import type { App } from './app.ts';
import { type Problems, problemBody, writeProblem } from './problems.ts';
import { type Asked, addRoute } from './serve.ts';

/**
 * Serves a command whose answer must not be kept: it bears a session's token or a secret, and a fingerprint of what was
 * asked would be a quick hash of a password; or it is about the session that asks, and answers are kept by person. It
 * takes no `Idempotency-Key` and runs each time it is asked; the use case says what a second asking finds, and opens its
 * own transaction. The reply is for cookies and headers only.
 */
export function serveUnkept<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  S extends TSchema,
  R extends Refusal,
>(
  app: App,
  route: Route<P, Q, B, S>,
  use: (request: FastifyRequest & Asked<P, Q, B>, reply: FastifyReply) => Promise<Result<Static<S>, R>>,
  problems: Problems<R>,
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const result = await use(request as FastifyRequest & Asked<P, Q, B>, reply);
    if (result.ok) {
      app.wake();
      return reply.send(result.value);
    }
    const problem = problems[result.refusal.kind as R['kind']];
    return writeProblem(reply, problem.status, problemBody(result.refusal, problem, request.language, request.id));
  };
  addRoute(app, route as unknown as Route, problems, answer, false);
}
