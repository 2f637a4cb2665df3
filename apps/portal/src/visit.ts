import { authenticate, findPersonMasked } from '@zhengtong/identity';
import { type Actor, type Ctx, inRead, nobody } from '@zhengtong/platform';
import { isTheme, type Lang, type Theme, type TypeSize, typeSizes } from '@zhengtong/ui';
import type { FastifyRequest } from 'fastify';
import { type Say, sayIn } from './sentences/speak.ts';
import type { Site } from './site.ts';
import { formToken } from './tokens.ts';

/** One request for a page: who asks, how they want to see it, and in which words. */
export type Visit = {
  readonly site: Site;
  readonly request: FastifyRequest;
  readonly actor: Actor;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly typeSize: TypeSize;
  readonly say: Say;
  /** The masked name of who is signed in. */
  readonly personName: string | undefined;
  /** For the hidden field of each form. */
  readonly token: string;
  readonly now: Ctx['now'];
  /** Of a text that exists in two languages, the reader's, else the Chinese. */
  pick(zh: string, en?: string | null): string;
  read<T>(use: (ctx: Ctx) => Promise<T>): Promise<T>;
};

export const themeCookie = 'theme';
export const sizeCookie = 'size';

export function dressOf(request: FastifyRequest): { theme: Theme; typeSize: TypeSize } {
  const theme = request.cookies?.[themeCookie] ?? '';
  const size = Number(request.cookies?.[sizeCookie]);
  return { theme: isTheme(theme) ? theme : 'standard', typeSize: typeSizes.find((one) => one === size) ?? 1 };
}

export async function visitOf(site: Site, request: FastifyRequest, as?: Actor): Promise<Visit> {
  const actor = as ?? (await actorOf(site, request));
  const read = <T>(use: (ctx: Ctx) => Promise<T>) => inRead(site.setting, actor, use);
  const lang = request.language ?? 'zh';
  return {
    site,
    request,
    actor,
    lang,
    ...dressOf(request),
    say: sayIn[lang],
    personName: actor.kind === 'person' ? await nameOf(actor, read) : undefined,
    token: formToken(site.setting.keys, actor),
    now: site.setting.now(),
    pick: (zh, en) => (lang === 'en' && en ? en : zh),
    read,
  };
}

/** An address nothing serves was never asked who is there; its page is dressed for the person all the same. */
async function actorOf(site: Site, request: FastifyRequest): Promise<Actor> {
  if (request.routeOptions.config.allow) return request.actor ?? nobody;
  return await authenticate(site.setting)(request).catch(() => nobody);
}

/** An error page must come although the database is away. */
const nameOf = async (actor: Actor, read: Visit['read']): Promise<string> => {
  const person = await read((ctx) => findPersonMasked(ctx, actor.id)).catch(() => undefined);
  return person?.name ?? person?.phone ?? '';
};
