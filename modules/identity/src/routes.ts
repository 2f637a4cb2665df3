import { ok } from '@zhengtong/kernel';
import { type App, type Ctx, type Problems, serve, serveUnkept, transact } from '@zhengtong/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { staffCookie } from './authenticate.ts';
import { changePost, resetAccess } from './change-staff.ts';
import * as contract from './contract.ts';
import { findOrganisation, listOrganisations } from './organisations.ts';
import { addPersonSessions } from './person-sessions.ts';
import type { CodeSending } from './request-code.ts';
import { endSession } from './sessions.ts';
import { type SignInStaffRefusal, signInStaff } from './sign-in-staff.ts';
import { type AddStaffRefusal, addStaff, disableStaff, findStaffName, listStaff, type StaffGiven } from './staff.ts';
import { findPost } from './store-staff.ts';

type ResetGiven = { params: { id: string }; body: { password: string } };
type SignInGiven = Static<typeof contract.SignInStaff.body & {}>;

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

export function identityRoutes(app: App, codes: CodeSending): void {
  addSignIn(app);
  addPersonSessions(app, codes);
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
    contract.ChangePost,
    (ctx, { params, body }) => changePost(ctx, { divisionCode: divisionOf(ctx), id: params.id }, body),
    {
      'not-found': noSuchAccount,
      'own-account': { status: 409, zh: '不能给自己换岗', en: 'Nobody can change their own post' },
      'no-organisation': { status: 422, zh: '没有这个机构', en: 'There is no such organisation' },
      'no-post-above': noPostAbove,
      'name-missing': nameMissing,
    },
  );
  serve(
    app,
    contract.DisableStaff,
    (ctx, { params }) => disableStaff(ctx, { divisionCode: divisionOf(ctx), id: params.id }),
    {
      'not-found': noSuchAccount,
      'own-account': { status: 409, zh: '不能停用自己的账号', en: 'Nobody can disable their own account' },
    },
  );
}

const staffCookieRules = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

function addSignIn(app: App): void {
  const signIn = async (request: FastifyRequest & { body: SignInGiven }, reply: FastifyReply) => {
    const device = request.headers['user-agent'] ?? '';
    const signedIn = await signInStaff(app.setting, request.actor, { ...request.body, address: request.ip, device });
    if (!signedIn.ok) {
      if (signedIn.refusal.kind === 'busy') void reply.header('retry-after', signedIn.refusal.retryAfterSeconds);
      return signedIn;
    }
    void reply.setCookie(staffCookie, signedIn.value.token, staffCookieRules);
    return ok({ name: signedIn.value.name });
  };
  serveUnkept(app, contract.SignInStaff, signIn, signInProblems);
  const signOut = async ({ actor }: FastifyRequest, reply: FastifyReply) => {
    await transact(app.setting, actor, async (ctx) => ok(await endSession(ctx, actor.sessionId ?? '')));
    void reply.clearCookie(staffCookie, staffCookieRules);
    return ok({});
  };
  serveUnkept(app, contract.SignOutStaff, signOut, {});
}

const passwordWeak = {
  status: 422,
  zh: '密码太弱：至少 12 位，不要用连续、重复的字符或本人姓名、账号',
  en: 'The password is too weak: at least 12 characters, no runs, no own name',
} as const;

const noSuchAccount = {
  status: 404,
  zh: '没有这个账号，或已停用',
  en: 'No such account, or it is disabled already',
} as const;

const noPostAbove = {
  status: 422,
  zh: '上级岗位不存在、已空缺，或者本身就在这个岗位之下，请另选一个',
  en: 'The post above does not exist, stands empty, or itself stands below this one; choose another',
} as const;

const nameMissing = { status: 422, zh: '请填写姓名和岗位名称', en: 'Give the name and the title of the post' } as const;

const addStaffProblems: Problems<AddStaffRefusal> = {
  'account-taken': { status: 409, zh: '账号已被使用', en: 'The account name is taken' },
  'no-organisation': { status: 422, zh: '没有这个机构', en: 'There is no such organisation' },
  'no-post-above': noPostAbove,
  'name-missing': nameMissing,
  'password-weak': passwordWeak,
};

/** Sent again, the account is taken. */
function addNewStaff(app: App): void {
  const add = ({ actor, body }: FastifyRequest & { body: Omit<StaffGiven, 'divisionCode'> }) =>
    transact(app.setting, actor, (ctx) => addStaff(ctx, { ...body, divisionCode: divisionOf(ctx) }));
  serveUnkept(app, contract.AddStaff, add, addStaffProblems);
  const reset = ({ actor, params, body }: FastifyRequest & ResetGiven) =>
    transact(app.setting, actor, (ctx) =>
      resetAccess(ctx, { divisionCode: divisionOf(ctx), id: params.id }, body.password),
    );
  serveUnkept(app, contract.ResetAccess, reset, {
    'not-found': noSuchAccount,
    'own-account': {
      status: 409,
      zh: '不能重设自己的登录，请另一位管理员办理',
      en: 'Nobody can reset their own access; ask another administrator',
    },
    'password-weak': passwordWeak,
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
