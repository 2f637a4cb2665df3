import type { FastifyRequest } from 'fastify';

/** The languages every sentence exists in; Chinese is the source. */
export type Language = 'zh' | 'en';

export type Sentence = { readonly zh: string; readonly en: string };

export const languageCookie = 'lang';

/** What the person chose, else what the browser prefers, else Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies?.[languageCookie];
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const first = /^\s*([a-z]{2})/i.exec(request.headers['accept-language'] ?? '')?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'zh';
}
