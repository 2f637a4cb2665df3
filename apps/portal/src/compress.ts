import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip';

const encodingFor = ({ headers }: FastifyRequest): Encoding | undefined => {
  const accepted = String(headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
};

const shrink = (text: string, encoding: Encoding, isKept: boolean): Buffer =>
  encoding === 'gzip'
    ? gzipSync(text)
    : brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: isKept ? 11 : 4 } });

/**
 * Sends text as small as the browser takes it. Only for what holds no secret: the length of a compressed page that
 * repeats what a stranger made it say would tell a token letter by letter (BREACH), so a signed-in person's pages go out
 * as they are.
 */
export function sendSmall(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  void reply.header('vary', 'accept-encoding');
  const encoding = encodingFor(request);
  return encoding ? reply.header('content-encoding', encoding).send(shrink(text, encoding, false)) : reply.send(text);
}

/** The same for files that never change: each form is made once. */
export function keptSmall(text: string): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  const forms = new Map<Encoding, Buffer>();
  return (request, reply) => {
    void reply.header('vary', 'accept-encoding');
    const encoding = encodingFor(request);
    if (!encoding) return reply.send(text);
    const form = forms.get(encoding) ?? shrink(text, encoding, true);
    forms.set(encoding, form);
    return reply.header('content-encoding', encoding).send(form);
  };
}
