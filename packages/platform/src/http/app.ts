import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { newId, type Role } from '@zhengtong/kernel';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { type Actor, nobody } from '../context.ts';
import type { Setting } from '../transact.ts';
import { addBodyDeadline, answerBadBytes } from './edge.ts';
import { type Language, languageOf } from './language.ts';
import { addMethodGate, sendUnserved } from './method-gate.ts';
import type { ServedRoute } from './openapi.ts';
import { answerFault, type PageOfError, sendProblem } from './problems.ts';
import { addSecurityHeaders, setSecurityHeaders } from './security-headers.ts';
import { compileSerializer } from './serialize.ts';
import { compileValidator, refuseUnstorableText } from './validate.ts';

/** What a request costs us; each is counted by itself, so that a flood on one closes no other. */
export type Cost = 'ordinary' | 'sign-in' | 'staff-sign-in' | 'verify' | 'upload';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
    language: Language;
    /** For this answer's one inline style block and its scripts; new every time. */
    nonce: string;
  }
  interface FastifyContextConfig {
    /** Who may call. A route without it does not start. */
    allow?: readonly Role[];
    /** A page for people: what goes wrong is shown as a page, not as a problem document. */
    page?: boolean;
    /** Rate limit class; unset is the ordinary one. */
    costs?: Cost;
    /** Files may come here: a multipart body has the time files need. */
    takesFiles?: boolean;
  }
}

export type App = {
  readonly http: FastifyInstance;
  readonly setting: Setting;
  /** Every contract served so far. */
  readonly routes: ServedRoute[];
  /** Something was told; workers in this process look at once. */
  wake(): void;
};

export type AppOptions = {
  readonly setting: Setting;
  readonly logger: FastifyBaseLogger;
  /** Who is asking, from cookies or tokens; `nobody` where nobody is signed in. */
  authenticate(request: FastifyRequest): Promise<Actor>;
  wake(): void;
  /** How pages show what went wrong. */
  readonly pageOfError?: PageOfError;
  /** One proxy stands before us; what it adds to `x-forwarded-for` is believed, what the asker wrote there is not. */
  readonly trustProxy?: boolean;
  readonly isSecure: boolean;
  /** How long a form or JSON may take to come, milliseconds. */
  readonly bodyMs?: number;
};

/** The HTTP server with its guards up and no route yet. */
export async function buildApp(options: AppOptions): Promise<App> {
  const http = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy === true && ((_address: string, hop: number) => hop === 0),
    genReqId: () => newId(),
    bodyLimit: 1_048_576,
    // Fastify waits for a body for ever; ten minutes are 20 MiB over a village line.
    requestTimeout: 600_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // An address that is none reaches no route and no hook, and is answered like everything else all the same.
    frameworkErrors: (_error, request, reply) => {
      request.language = languageOf(request);
      setSecurityHeaders(request, reply, options.isSecure);
      sendProblem(request, reply, { kind: 'invalid-request' }, undefined, false);
    },
    clientErrorHandler: answerBadBytes,
  });
  http.setValidatorCompiler(compileValidator);
  http.setSerializerCompiler(compileSerializer);
  http.decorateRequest('actor', null as unknown as Actor);
  http.decorateRequest('language', 'zh');
  http.decorateRequest('nonce', '');
  http.addHook('onRoute', requireAccessRule);
  addMethodGate(http, options.pageOfError);
  await http.register(cookie);
  await http.register(formbody, { bodyLimit: 1_048_576 });
  // Uploads are read by their routes as they stream; nothing of them is parsed beforehand.
  http.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  addSecurityHeaders(http, options.isSecure);
  // A megabyte at 12 KB a second.
  addBodyDeadline(http, options.bodyMs ?? 90_000);
  http.addHook('onRequest', async (request) => {
    request.language = languageOf(request);
    request.actor = nobody;
    if (request.routeOptions.config.allow) request.actor = await options.authenticate(request);
  });
  http.addHook('preValidation', async (request, reply) => refuseUnstorableText(request, reply, options.pageOfError));
  http.addHook('preValidation', async (request, reply) => refuseStrangers(request, reply, options.pageOfError));
  http.addHook('onResponse', logRequest);
  http.setErrorHandler((error, request, reply) => answerFault(error, request, reply, options.pageOfError));
  http.setNotFoundHandler({}, (request, reply) => sendUnserved(request, reply, 'not-found', options.pageOfError));
  return { http, setting: options.setting, routes: [], wake: options.wake };
}

function requireAccessRule(route: {
  url: string;
  method: string | string[];
  config?: { allow?: readonly Role[] };
}): void {
  if (!route.config?.allow?.length) throw new Error(`${route.method} ${route.url} does not say who may call it`);
}

/** The one gate of routes: what is not allowed by name is refused. Objects are judged by the use cases behind it. */
export const mayCall = (actor: Actor, allow: readonly Role[]): boolean =>
  allow.includes('public') || actor.roles.some((role) => allow.includes(role));

function refuseStrangers(
  request: FastifyRequest,
  reply: FastifyReply,
  pageOfError?: PageOfError,
): FastifyReply | undefined {
  const { config, url: route } = request.routeOptions;
  const { allow } = config;
  if (!allow || mayCall(request.actor, allow)) return undefined;
  const kind = request.actor.kind === 'public' ? 'not-signed-in' : 'not-allowed';
  // RFC 9110 15.5.2: who is not signed in is told how to be; the rest of the house is signed in to by pages.
  if (kind === 'not-signed-in' && route?.startsWith('/api/v1/')) void reply.header('www-authenticate', 'Bearer');
  return sendProblem(request, reply, { kind }, pageOfError);
}

// The route's pattern, never the address: addresses carry what people searched for.
async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const route = request.routeOptions.url ?? '(none)';
  if (route.startsWith('/health') || route === '/metrics') return;
  request.log.info(
    { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
    'request',
  );
}
