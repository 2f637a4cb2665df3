// Signing in without a browser: a person's own program (an app on their phone, a firm's software) does what the portal's
// pages do, with the same codes, the same counters and the same session, and shows it by a token.
import { type Instant, ok, toInstant } from '@zhengtong/kernel';
import { type App, type Ctx, nobody, type Problems, serve, serveUnkept, transact } from '@zhengtong/platform';
import type { FastifyReply } from 'fastify';
import * as contract from './contract.ts';
import { limitsOf } from './domain/session.ts';
import { chooseFirm, listFirmsOf } from './firms.ts';
import { getProfile } from './people.ts';
import { type CodeSending, type RequestCodeRefusal, requestCode } from './request-code.ts';
import { endSession } from './sessions.ts';
import { type SignInByCodeRefusal, signInByCode } from './sign-in-by-code.ts';

const busy = {
  status: 429,
  zh: '现在获取验证码的人太多，请过十分钟再试',
  en: 'Too many codes are being asked for; try again in ten minutes',
} as const;

const codeProblems: Problems<RequestCodeRefusal> = {
  'no-texts': {
    status: 503,
    zh: '本市还没有开通短信，发不出验证码；请到窗口办理，或拨打 12345',
    en: 'This city has not set up text messages yet, so no code can be sent; come to a counter or call 12345',
  },
  'phone-malformed': {
    status: 422,
    zh: '手机号码不正确，应为 11 位',
    en: 'The phone number is wrong: it has 11 digits',
  },
  'too-many-codes': {
    status: 429,
    zh: '这个号码获取验证码太频繁，请到所示时间后再试',
    en: 'Too many codes for this phone; try again after the time named',
  },
  'network-busy': busy,
  'house-busy': busy,
};

const signInProblems: Problems<SignInByCodeRefusal> = {
  'code-wrong': { status: 401, zh: '验证码不正确', en: 'The code is wrong' },
  'code-expired': { status: 401, zh: '验证码已过期，请重新获取', en: 'The code is out of date; ask for a new one' },
  'code-spent': {
    status: 401,
    zh: '这个验证码错得太多，请重新获取',
    en: 'Too many wrong tries at this code; ask for a new one',
  },
  locked: {
    status: 429,
    zh: '错误次数过多，请到所示时间后再试',
    en: 'Too many wrong tries; try again after the time named',
  },
};

export function addPersonSessions(app: App, codes: CodeSending): void {
  const { setting } = app;
  serveUnkept(
    app,
    contract.RequestCode,
    async ({ body, ip, log }, reply) => {
      const sent = await transact(setting, nobody, (ctx) => requestCode(ctx, { ...body, address: ip, ...codes }));
      if (sent.ok) return sent;
      // For the operator: somebody may be running up the bill. No phone and no address.
      if (sent.refusal.kind.endsWith('-busy')) log.warn({ refused: sent.refusal.kind }, 'sign-in codes held back');
      return sayWhen(sent, reply, setting.now());
    },
    codeProblems,
  );
  serveUnkept(
    app,
    contract.SignIn,
    async ({ body, ip, headers }, reply) => {
      const device = headers['user-agent'] ?? '';
      const signed = await transact(setting, nobody, (ctx) => signInByCode(ctx, { ...body, address: ip, device }));
      if (!signed.ok) return sayWhen(signed, reply, setting.now());
      const { idleMs, absoluteMs } = limitsOf('person');
      const endsAt = toInstant(Date.parse(setting.now()) + absoluteMs);
      return ok({ token: signed.value.token, idleSeconds: idleMs / 1000, endsAt });
    },
    signInProblems,
  );
  serve(app, contract.GetSession, async (ctx) => ok(await describeSession(ctx)), {});
  // It changes this session alone, and an answer kept for the person would be given to their next session for nothing.
  serveUnkept(
    app,
    contract.ChooseFirm,
    async ({ actor, body }) => {
      const chosen = await transact(setting, actor, (ctx) => chooseFirm(ctx, body.firmId ?? undefined));
      return chosen.ok ? ok({}) : chosen;
    },
    { 'not-a-member': { status: 403, zh: '您不能代表这家企业办事', en: 'You may not act for this firm' } },
  );
  serveUnkept(
    app,
    contract.SignOut,
    async ({ actor }) => {
      await transact(setting, actor, async (ctx) => ok(await endSession(ctx, actor.sessionId ?? '')));
      return ok({});
    },
    {},
  );
}

/** Tells a program when to come again, where the refusal knows it. */
function sayWhen<T extends { readonly refusal: { readonly kind: string; readonly until?: string } }>(
  refused: T,
  reply: FastifyReply,
  now: Instant,
): T {
  const { kind, until } = refused.refusal;
  const seconds = until ? Math.ceil((Date.parse(until) - Date.parse(now)) / 1000) : kind.endsWith('-busy') ? 600 : 0;
  if (seconds > 0) void reply.header('retry-after', seconds);
  return refused;
}

async function describeSession(ctx: Ctx) {
  const { id, firmId = null } = ctx.actor;
  const { isVerified } = await getProfile(ctx);
  return { personId: id, isVerified, firmId, firms: await listFirmsOf(ctx, id) };
}
