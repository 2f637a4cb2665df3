import { type App, sendProblem } from '@zhengtong/platform';

/**
 * The demonstration city gives its codes to whoever asks, so it answers to this machine's own names alone: a site that
 * lets its name point here, or a tunnel, is refused.
 */
export function answerOnlyHere(app: App): void {
  app.http.addHook('onRequest', async (request, reply) => {
    if (/^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(request.hostname)) return undefined;
    return sendProblem(request, reply, { kind: 'not-allowed' });
  });
}
