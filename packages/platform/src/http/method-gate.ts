import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import findMyWay from 'find-my-way';
import { type PageOfError, sendProblem } from './problems.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

/**
 * RFC 9110 15.5.6: an address that is known but does not take the method is answered 405 with what it takes, before
 * anything of a body is read. HEAD is taken where anybody may GET. Where one signs in, looking leaves something behind (a
 * letter is read from then on, who looked is noted), and who asks for the head alone has seen nothing.
 *
 * To be added before the first route. The router's own lists are not open, so a second one is kept by the same rules.
 */
export function addMethodGate(http: FastifyInstance, pageOfError?: PageOfError): void {
  const known = findMyWay({ ...http.initialConfig.routerOptions });
  http.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat() as Method[]) {
      const isTaken = one !== 'HEAD' || config?.allow?.includes('public') === true;
      if (isTaken && !known.hasRoute(one, url)) known.on(one, url, () => {});
    }
  });
  // After the limits have counted it, for a flood of these is a flood too.
  http.addHook('preParsing', async (request, reply) => {
    if (!request.is404 && request.method !== 'HEAD') return undefined;
    const taken = methods.filter((method) => known.find(method, request.url) !== null);
    if (taken.length === 0 || taken.includes(request.method as Method)) return undefined;
    return sendUnserved(request, reply.header('allow', taken.join(', ')), 'wrong-method', pageOfError);
  });
}

/** What no route answers: to a program as a problem, to a person as a page. */
export function sendUnserved(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: 'not-found' | 'wrong-method',
  pageOfError?: PageOfError,
): FastifyReply {
  const isPage = !request.url.startsWith('/api/');
  return sendProblem(request, reply, { kind }, isPage ? pageOfError : undefined, isPage);
}
