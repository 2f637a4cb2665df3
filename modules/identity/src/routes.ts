import { ok, type Route } from '@zhengtong/kernel';
import type { Problems } from '@zhengtong/platform';
import {
  type App,
  type Ctx,
  problemBody,
  refuseForeignOrigin,
  serve,
  transact,
  writeProblem,
} from '@zhengtong/platform';
import { staffCookie } from './authenticate.ts';
import * as contract from './contract.ts';
import { findOrganisation, listOrganisations } from './organisations.ts';
import { endSession } from './sessions.ts';
import { type SignInStaffRefusal, signInStaff } from './sign-in-staff.ts';
import { type AddStaffRefusal, addStaff, disableStaff, findStaffName, listStaff, type StaffGiven } from './staff.ts';
import { findPost } from './store-staff.ts';

const divisionOf = (ctx: Ctx): string => ctx.actor.divisionCode ?? '';

const signInProblems: Problems<SignInStaffRefusal> = {
  'credentials-wrong': {
    status: 401,
    zh: '账号、密码或动态验证码不正确',
    en: 'Account, password or one-time code is wrong',
  },
  'no-post': {
    status: 403,
    zh: '您的账号没有岗位，请联系管理员',
    en: 'Your account has no post; ask the administrator',
  },
  busy: {
    status: 503,
    zh: '现在登录的人太多，请过几秒再试',
    en: 'Too many are signing in; try again in a few seconds',
  },
  locked: { status: 429, zh: '尝试次数过多，请 15 分钟后再试', en: 'Too many tries; try again in 15 minutes' },
};

export function identityRoutes(app: App): void {
  addSignIn(app);
  serve(app, contract.GetMe, async (ctx) => ok(await describeMe(ctx)), {});
  serve(
    app,
    contract.ListOrganisations,
    async (ctx) => {
      const organisations = await listOrganisations(ctx, divisionOf(ctx));
      return ok({
        organisations: organisations.map(({ id, name, names, codes }) => ({
          id,
          name,
          names: [...names],
          codes: [...codes],
        })),
      });
    },
    {},
  );
  serve(
    app,
    contract.ListStaff,
    async (ctx) => {
      const staff = await listStaff(ctx, divisionOf(ctx));
      return ok({ staff: staff.map(({ disabledAt, ...line }) => ({ ...line, isDisabled: disabledAt !== null })) });
    },
    {},
  );
  addNewStaff(app);
  serve(
    app,
    contract.DisableStaff,
    (ctx, { params }) => disableStaff(ctx, { divisionCode: divisionOf(ctx), id: params.id }),
    {
      'not-found': { status: 404, zh: '没有这个账号，或已停用', en: 'No such account, or it is disabled already' },
      'own-account': { status: 409, zh: '不能停用自己的账号', en: 'Nobody can disable their own account' },
    },
  );
  app.http.delete(
    contract.SignOutStaff.path,
    { config: { allow: contract.SignOutStaff.allow }, preHandler: refuseForeignOrigin },
    async (request, reply) => {
      await transact(app.setting, request.actor, async (ctx) =>
        ok(await endSession(ctx, request.actor.sessionId ?? '')),
      );
      return reply.clearCookie(staffCookie, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' }).send({});
    },
  );
}

/** Not a `serve` route: it sets a cookie, and a stored answer must never hold a session's token. */
function addSignIn(app: App): void {
  const { path, allow, body, response } = contract.SignInStaff;
  const options = {
    // Counted by itself: whoever floods it keeps no citizen behind the same address from signing in.
    config: { allow, costs: 'staff-sign-in' as const },
    preHandler: refuseForeignOrigin,
    schema: { body, response: { 200: response } },
  };
  app.http.post<{ Body: { account: string; password: string; totp: string } }>(
    path,
    options,
    async (request, reply) => {
      const device = request.headers['user-agent'] ?? '';
      const signedIn = await signInStaff(app.setting, request.actor, { ...request.body, address: request.ip, device });
      if (!signedIn.ok) {
        const problem = signInProblems[signedIn.refusal.kind];
        if (signedIn.refusal.kind === 'busy') void reply.header('retry-after', signedIn.refusal.retryAfterSeconds);
        return writeProblem(
          reply,
          problem.status,
          problemBody(signedIn.refusal, problem, request.language, request.id),
        );
      }
      const { token, name } = signedIn.value;
      return reply
        .setCookie(staffCookie, token, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' })
        .send({ name });
    },
  );
}

const addStaffProblems: Problems<AddStaffRefusal> = {
  'account-taken': { status: 409, zh: '账号已被使用', en: 'The account name is taken' },
  'no-organisation': { status: 422, zh: '没有这个机构', en: 'There is no such organisation' },
  'password-weak': {
    status: 422,
    zh: '密码太弱：至少 12 位，不要用连续、重复的字符或本人姓名、账号',
    en: 'The password is too weak: at least 12 characters, no runs, no own name',
  },
};

/**
 * Not a `serve` route either: a stored answer would hold the secret of the one-time codes for a day, and its fingerprint
 * a quick hash of the password. Sent again, the account is taken.
 */
function addNewStaff(app: App): void {
  const { path, allow, body, response } = contract.AddStaff;
  const options = { config: { allow }, preHandler: refuseForeignOrigin, schema: { body, response: { 200: response } } };
  app.routes.push({ route: contract.AddStaff as unknown as Route, problems: addStaffProblems });
  app.http.post<{ Body: Omit<StaffGiven, 'divisionCode'> }>(path, options, async (request, reply) => {
    const added = await transact(app.setting, request.actor, (ctx) =>
      addStaff(ctx, { ...request.body, divisionCode: divisionOf(ctx) }),
    );
    if (added.ok) return reply.send(added.value);
    const problem = addStaffProblems[added.refusal.kind];
    return writeProblem(reply, problem.status, problemBody(added.refusal, problem, request.language, request.id));
  });
}

async function describeMe(ctx: Ctx) {
  const { divisionCode = '', organisationId = '', postId = '', id, roles } = ctx.actor;
  const organisation = await findOrganisation(ctx, { divisionCode, id: organisationId });
  const post = await findPost(ctx.tx, { divisionCode, id: postId });
  return {
    id,
    name: (await findStaffName(ctx, divisionCode, id)) ?? '',
    roles: [...roles],
    divisionCode,
    organisationId,
    organisationName: organisation?.name ?? '',
    postTitle: post?.title ?? '',
  };
}
