// What happens before a request is one, and while its body does not come: nothing here has reached a route.
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Sentence } from './language.ts';

type Cut = Sentence & { readonly status: number; readonly reason: string; readonly kind: string };

const malformed: Cut = {
  status: 400,
  reason: 'Bad Request',
  kind: 'invalid-request',
  zh: '请求不完整或格式不对',
  en: 'The request is incomplete or not in the right form',
};
const cuts: Readonly<Record<string, Cut>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    kind: 'headers-too-large',
    zh: '网址或请求头太长：请缩短网址，或清除浏览器中本网站的 Cookie 后再试',
    en: 'The address or the headers are too long: shorten the address, or clear the cookies of this site and try again',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    kind: 'request-timeout',
    zh: '请求没有在规定时间内传完，连接已断开：请检查网络后重新提交',
    en: 'The request did not come whole in time and the connection was closed: check the network and send it again',
  },
};

/** Answers bytes that are no request, in both languages: nobody knows yet which one the sender reads. */
export function answerBadBytes({ code = '' }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, reason, kind, zh, en } = cuts[code] ?? malformed;
  const body = JSON.stringify({ type: `/problems/${kind}`, title: `${zh} · ${en}`, status });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    "content-security-policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Bytes a second a file comes at, at the least, over each `ms`: slower than the slowest line there is, it is held open. */
const slowest = 1024;

/**
 * Forms and JSON are small: one that has not come whole after `ms` is held open on purpose, or the line is dead. Files
 * have the server's own, longer limit, while they keep coming and nobody has answered yet: a multipart body, on a route
 * that takes one. Both, for the kind alone is whatever the sender says, and a page that takes files takes plain forms too.
 */
export function addBodyDeadline(http: FastifyInstance, ms: number): void {
  const timers = new WeakMap<object, NodeJS.Timeout>();
  http.addHook('onRequest', async ({ raw, routeOptions }, reply) => {
    const hasBody = raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length'] ?? 0) > 0;
    if (!hasBody) return;
    const isFile = /^multipart\//i.test(raw.headers['content-type'] ?? '') && routeOptions.config.takesFiles === true;
    const look = (before: number) => {
      if (raw.complete || raw.socket.destroyed) return;
      const came = raw.socket.bytesRead;
      // Answered before it had all come, as a refusal is: there is nothing more to say.
      if (reply.raw.writableEnded) raw.socket.destroy();
      else if (isFile && (came - before) * 1000 >= slowest * ms) lookAfter(came);
      else answerBadBytes({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, raw.socket);
    };
    const lookAfter = (before: number) => timers.set(raw, setTimeout(look, ms, before).unref());
    lookAfter(raw.socket.bytesRead);
    raw.once('close', () => clearTimeout(timers.get(raw)));
  });
  // One that was put in by a test has no line to be closed.
  http.addHook('onResponse', async ({ raw }) => {
    if (raw.complete || !(raw.socket instanceof Socket)) clearTimeout(timers.get(raw));
  });
}
