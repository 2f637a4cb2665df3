import { drawBytes } from '@zhengtong/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export function addSecurityHeaders(http: FastifyInstance, isSecure: boolean): void {
  http.addHook('onRequest', async (request, reply) => setSecurityHeaders(request, reply, isSecure));
}

/** Same headers on every answer; personal pages are never kept by a cache unless the route says it is public. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply, isSecure: boolean): void {
  request.nonce = Buffer.from(drawBytes(16)).toString('base64');
  void reply.headers({
    'content-security-policy': contentPolicy(request.nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-store',
  });
  if (isSecure) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/** Nothing but our own files, and scripts and styles only with this answer's nonce. */
const contentPolicy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ');
