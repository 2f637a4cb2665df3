import type { Refusal, Result, Route } from '@zhengtong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import { fingerprint, runOnce } from '../command.ts';
import type { Ctx } from '../context.ts';
import type { App } from './app.ts';
import { type Problem, type Problems, problemBody, sendProblem, writeProblem } from './problems.ts';
import { type Arriving, readFiles } from './read-files.ts';
import { addRoute, keyOf, sendAnswer } from './serve.ts';

/** Bytes that have come and lie somewhere, and the command that makes them count. */
export type Landed<T, R extends Refusal> = {
  /** What the bytes are, for `Idempotency-Key`: sent again under one key, other bytes are another request. */
  readonly tells: unknown;
  enter(ctx: Ctx): Promise<Result<T, R>>;
  /** They do not count: refused, or counted when they came the first time. */
  drop(): Promise<void>;
};

export type NoFile = Refusal<'no-file'>;

/**
 * Serves a contract that takes one file as `multipart/form-data`, part `file`. The bytes stream first, with no
 * transaction open; what they are is entered once per `Idempotency-Key`.
 */
export function serveFile<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  S extends TSchema,
  R extends Refusal,
>(
  app: App,
  route: Route<P, Q, B, S>,
  mostBytes: number,
  receive: (request: FastifyRequest, file: Arriving) => Promise<Result<Landed<Static<S>, R>, R>>,
  problems: Problems<R | NoFile>,
): void {
  const plain = route as unknown as Route;
  const table = problems as Problems<Refusal>;
  addRoute(app, plain, table, async (request, reply) => {
    const key = keyOf(request);
    if (key === undefined) return sendProblem(request, reply, { kind: 'idempotency-key-missing' });
    const refuse = (refusal: Refusal): FastifyReply => {
      const problem = table[refusal.kind] as Problem;
      return writeProblem(reply, problem.status, problemBody(refusal, problem, request.language, request.id));
    };
    const received = await readOne(request, mostBytes, receive);
    if (!received) return refuse({ kind: 'no-file' });
    if (!received.ok) return refuse(received.refusal);
    const { tells, enter, drop } = received.value;
    const tag = { key, fingerprint: fingerprint(`${route.method} ${request.url}`, tells) };
    const toText = reply.compileSerializationSchema(route.response as Record<string, unknown>);
    let isEntered = false;
    const answered = await runOnce(
      app.setting,
      request.actor,
      tag,
      async (ctx) => {
        const result = await enter(ctx);
        isEntered = result.ok;
        return result;
      },
      (result) => {
        if (result.ok) return { status: 200, body: toText(result.value as Record<string, unknown>) };
        const problem = table[result.refusal.kind] as Problem;
        return { status: problem.status, body: problemBody(result.refusal, problem, request.language, request.id) };
      },
    );
    if (!isEntered) await drop();
    return answered.ok ? sendAnswer(app, reply, answered.value) : sendProblem(request, reply, answered.refusal);
  });
}

/** The first file of the body. Undefined where there is none. */
async function readOne<T>(
  request: FastifyRequest,
  mostBytes: number,
  receive: (request: FastifyRequest, file: Arriving) => Promise<T>,
): Promise<T | undefined> {
  const coming: Promise<T>[] = [];
  await readFiles(request, {
    mostFiles: 1,
    mostFields: 20,
    // Who sends a little too much is told so; who sends without end is cut off.
    mostBytes: 3 * mostBytes,
    onFile: (file) => {
      const one = receive(request, file);
      // A fault is met where it is awaited; the body may still be coming.
      one.catch(() => {});
      coming.push(one);
    },
  });
  return await coming[0];
}
