import type { Refusal } from '@zhengtong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '../database.ts';
import { StorageAway } from '../storage/storage.ts';
import type { Language, Sentence } from './language.ts';

/** The HTTP answer to one kind of refusal. */
export type Problem = Sentence & { readonly status: number };

/** An answer to every kind a use case can refuse with; a kind left out does not compile. */
export type Problems<R extends Refusal> = { readonly [K in R['kind']]: Problem };

/** How a page shows what went wrong, in the reader's language and theme. */
export type PageOfError = (
  request: FastifyRequest,
  reply: FastifyReply,
  problem: { status: number; kind: string; title: string },
) => FastifyReply | Promise<FastifyReply>;

type HouseKind =
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'wrong-method'
  | 'invalid-request'
  | 'too-large'
  | 'too-many-requests'
  | 'idempotency-key-missing'
  | 'in-flight'
  | 'other-body'
  | 'foreign-origin'
  | 'unavailable'
  | 'fault';

/** What any route may answer, whatever its use case. */
export const houseProblems: Problems<Refusal<HouseKind>> = {
  'not-signed-in': { status: 401, zh: '请先登录', en: 'Please sign in first' },
  'not-allowed': { status: 403, zh: '您没有办理这项操作的权限', en: 'You are not allowed to do this' },
  'not-found': { status: 404, zh: '没有找到您要的内容', en: 'There is nothing here' },
  'wrong-method': {
    status: 405,
    zh: '这个地址不接受这种请求方法，请改用 Allow 响应头中列出的方法',
    en: 'This address does not take this method; use one that the Allow header lists',
  },
  'invalid-request': {
    status: 400,
    zh: '提交的内容格式不对，请核对后再试',
    en: 'The request is not in the right form; check it and try again',
  },
  'too-large': {
    status: 413,
    zh: '提交的内容太大，请减少后再试',
    en: 'The request is too large; send less and try again',
  },
  'too-many-requests': { status: 429, zh: '操作太频繁，请稍后再试', en: 'Too many requests; please try again later' },
  'idempotency-key-missing': {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头，请为每项操作各生成一个',
    en: 'The Idempotency-Key header is missing; make one for each operation',
  },
  'in-flight': {
    status: 409,
    zh: '同一请求正在处理，请稍候再试',
    en: 'The same request is still being handled; try again shortly',
  },
  'other-body': {
    status: 422,
    zh: '同一 Idempotency-Key 已用于另一项请求，请换一个',
    en: 'This Idempotency-Key was used for another request; send a new one',
  },
  'foreign-origin': {
    status: 403,
    zh: '请求来自其他网站，已拒绝；请从本网站重新操作',
    en: 'The request came from another site and was refused; start again from this one',
  },
  unavailable: {
    status: 503,
    zh: '系统暂时繁忙，您填写的内容没有丢失，请稍后再试',
    en: 'The system is busy; nothing was lost, please try again',
  },
  fault: {
    status: 500,
    zh: '系统出了问题，已记录，请稍后再试',
    en: 'Something went wrong on our side; it was recorded, please try again',
  },
};

/** Answers a refusal of the house as an RFC 9457 problem, or as a page where a person is looking. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal<HouseKind> & { readonly about?: Sentence },
  pageOfError?: PageOfError,
  isPage = request.routeOptions.config.page === true,
): FastifyReply {
  const problem = houseProblems[refusal.kind];
  if (isPage && pageOfError) {
    const title = problem[request.language];
    void reply.code(problem.status);
    return pageOfError(request, reply, { status: problem.status, kind: refusal.kind, title }) as FastifyReply;
  }
  return writeProblem(reply, problem.status, problemBody(refusal, problem, request.language, request.id));
}

/**
 * The body of RFC 9457: type, title, status, and the refusal's own fields. What a refusal says in `about`, such as the names
 * of what is wrong, is its `detail`, in the reader's language.
 */
export function problemBody(
  refusal: Refusal & { readonly about?: Sentence },
  problem: Problem,
  language: Language,
  requestId: string,
): string {
  const { kind, about, ...fields } = refusal;
  const members = {
    type: `/problems/${kind}`,
    title: problem[language],
    status: problem.status,
    ...(about ? { detail: about[language] } : {}),
    requestId,
  };
  // They stand first for who reads them, and last so that no field of a refusal takes the place of one.
  return JSON.stringify({ ...members, ...fields, ...members });
}

export function writeProblem(reply: FastifyReply, status: number, body: string): FastifyReply {
  const typed = reply.code(status).type('application/problem+json; charset=utf-8');
  return typed.serializer((text: unknown) => text as string).send(body);
}

/** The last border: bugs and outages are logged once with the request's id, and nothing of them leaves. */
export function answerFault(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  pageOfError?: PageOfError,
): FastifyReply {
  const refusal = refusalOf(error);
  // Who hangs up in the middle of sending is no fault of ours: anybody could fill the log with it.
  const isLeft = request.raw.destroyed && !request.raw.complete;
  if (!isLeft && (refusal.kind === 'fault' || refusal.kind === 'unavailable')) {
    request.log.error({ err: error, route: request.routeOptions.url }, 'fault');
  }
  if (refusal.kind === 'unavailable') void reply.header('retry-after', '5');
  return sendProblem(request, reply, refusal, pageOfError);
}

function refusalOf(error: unknown): Refusal<HouseKind> & { readonly about?: Sentence } {
  const { validation, statusCode, about } = error as { validation?: unknown[]; statusCode?: number; about?: Sentence };
  if (validation) return { kind: 'invalid-request', ...(about ? { about } : {}) };
  const state = sqlState(error);
  // 08 connection, 53 resources, 57 shutdown, 55P03 lock: the database is away or busy, not the request wrong.
  if (state && /^(08|53|57|55P03)/.test(state)) return { kind: 'unavailable' };
  if (error instanceof StorageAway) return { kind: 'unavailable' };
  if (isConnectionLoss(error)) return { kind: 'unavailable' };
  if (statusCode === 413) return { kind: 'too-large' };
  if (statusCode === 429) return { kind: 'too-many-requests' };
  if (statusCode === 404) return { kind: 'not-found' };
  if (statusCode && statusCode >= 400 && statusCode < 500) return { kind: 'invalid-request' };
  return { kind: 'fault' };
}

const isConnectionLoss = (error: unknown): boolean =>
  /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|Connection terminated|connection error and is not queryable/.test(
    `${(error as { code?: string }).code} ${(error as Error).message}`,
  ) && !sqlState(error);
