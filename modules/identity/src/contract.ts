import { defineEvent, defineRoute } from '@zhengtong/kernel';
import Type from 'typebox';

const Uuid = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });

/** A person proved who they are against the register. */
export const PersonVerified = defineEvent('person.verified', Type.Object({ personId: Uuid }));
export const RoleGranted = defineEvent(
  'role.granted',
  Type.Object({ postId: Uuid, staffId: Uuid, role: Type.String() }),
);
/** An account was shut: whatever its holder had in hand is for others to take up. */
export const StaffDisabled = defineEvent('staff.disabled', Type.Object({ staffId: Uuid, divisionCode: Type.String() }));
/** Somebody went to another post: what they had in hand at the old one is for others to take up. */
export const PostEnded = defineEvent('post.ended', Type.Object({ staffId: Uuid, divisionCode: Type.String() }));
/** Somebody asked for a sign-in code. The code itself is fetched once by whoever sends it. */
export const CodeRequested = defineEvent('code.requested', Type.Object({ codeId: Uuid }));

export const StaffView = Type.Object({
  id: Uuid,
  name: Type.String(),
  account: Type.String(),
  isDisabled: Type.Boolean(),
  posts: Type.Array(
    Type.Object({
      id: Uuid,
      title: Type.String(),
      role: Type.String(),
      organisationId: Uuid,
      organisationName: Type.String(),
      /** Where overdue work rises to; none set: to the supervisor of the organisation. */
      abovePostId: Type.Union([Uuid, Type.Null()]),
    }),
  ),
});

/** Who sits at this console, and what the first screen needs to know of them. */
export const MeView = Type.Object({
  id: Uuid,
  name: Type.String(),
  roles: Type.Array(Type.String()),
  divisionCode: Type.String(),
  organisationId: Uuid,
  organisationName: Type.String(),
  postTitle: Type.String(),
});

export const RequestCode = defineRoute({
  method: 'POST',
  path: '/api/v1/sign-in-codes',
  summary: 'Send a one-time code to a phone; the answer is the same whether it is known or not (获取登录验证码)',
  allow: ['public'],
  costs: 'sign-in',
  body: Type.Object({ phone: Type.String({ minLength: 1, maxLength: 20 }) }),
  response: Type.Object({ codeId: Uuid, expiresAt: Instant }),
});

export const SignIn = defineRoute({
  method: 'POST',
  path: '/api/v1/sessions',
  summary: 'Sign in with the code; answers the token of the session, once (用验证码登录，取得令牌)',
  allow: ['public'],
  costs: 'sign-in',
  body: Type.Object({
    phone: Type.String({ minLength: 1, maxLength: 20 }),
    codeId: Uuid,
    code: Type.String({ pattern: '^\\d{6}$' }),
  }),
  response: Type.Object({
    /** For `Authorization: Bearer`; 256 random bits, of which only a hash is kept here. */
    token: Type.String(),
    /** Unused so long, it ends. */
    idleSeconds: Type.Integer(),
    endsAt: Instant,
  }),
});

export const GetSession = defineRoute({
  method: 'GET',
  path: '/api/v1/session',
  summary: 'Whose session this is: proved or not, the firms one may act for, and the one acted for now (当前登录)',
  allow: ['person', 'firm'],
  response: Type.Object({
    personId: Uuid,
    isVerified: Type.Boolean(),
    firmId: Type.Union([Uuid, Type.Null()]),
    firms: Type.Array(
      Type.Object({ id: Uuid, creditCode: Type.String(), name: Type.String(), capacity: Type.String() }),
    ),
  }),
});

export const ChooseFirm = defineRoute({
  method: 'PUT',
  path: '/api/v1/session/firm',
  summary: 'Act for a firm from now on, or for oneself again with null (切换到企业或个人身份)',
  allow: ['person', 'firm'],
  body: Type.Object({ firmId: Type.Union([Uuid, Type.Null()]) }),
  response: Type.Object({}),
});

export const SignOut = defineRoute({
  method: 'DELETE',
  path: '/api/v1/session',
  summary: 'End this session (退出登录)',
  allow: ['person', 'firm'],
  response: Type.Object({}),
});

export const SignInStaff = defineRoute({
  method: 'POST',
  path: '/api/console/session',
  summary: 'Sign in with account, password and one-time code (工作人员登录)',
  allow: ['public'],
  // Counted by itself: whoever floods it keeps no citizen behind the same address from signing in.
  costs: 'staff-sign-in',
  body: Type.Object({
    account: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    totp: Type.String({ pattern: '^\\d{6}$' }),
  }),
  response: Type.Object({ name: Type.String() }),
});

export const SignOutStaff = defineRoute({
  method: 'DELETE',
  path: '/api/console/session',
  summary: 'Sign out (退出登录)',
  allow: ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'],
  response: Type.Object({}),
});

export const GetMe = defineRoute({
  method: 'GET',
  path: '/api/console/me',
  summary: 'Who is signed in (当前工作人员)',
  allow: ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'],
  response: MeView,
});

export const OrganisationView = Type.Object({
  id: Uuid,
  name: Type.String(),
  names: Type.Array(Type.String()),
  codes: Type.Array(Type.Object({ kind: Type.String(), code: Type.String() })),
});

export const ListOrganisations = defineRoute({
  method: 'GET',
  path: '/api/console/organisations',
  summary: 'Organisations of the division with all their codes and names (机构)',
  allow: ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'],
  response: Type.Object({ organisations: Type.Array(OrganisationView) }),
});

export const ListStaff = defineRoute({
  method: 'GET',
  path: '/api/console/staff',
  summary: 'Staff and posts of the division (人员与岗位)',
  allow: ['administrator', 'supervisor', 'auditor'],
  response: Type.Object({ staff: Type.Array(StaffView) }),
});

const StaffRole = Type.Union([
  Type.Literal('clerk'),
  Type.Literal('reviewer'),
  Type.Literal('approver'),
  Type.Literal('supervisor'),
  Type.Literal('editor'),
  Type.Literal('administrator'),
  Type.Literal('auditor'),
]);

const postGiven = {
  organisationId: Uuid,
  title: Type.String({ minLength: 1, maxLength: 60 }),
  role: StaffRole,
  abovePostId: Type.Optional(Type.Union([Uuid, Type.Null()])),
};

export const AddStaff = defineRoute({
  method: 'POST',
  path: '/api/console/staff',
  summary: 'Add a member of staff with one post; answers the one-time-code secret once (新增人员)',
  allow: ['administrator'],
  body: Type.Object({
    account: Type.String({ pattern: '^[a-z][a-z0-9.-]{2,31}$' }),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    password: Type.String({ maxLength: 200 }),
    ...postGiven,
  }),
  response: Type.Object({ id: Uuid, totpUri: Type.String() }),
});

export const ChangePost = defineRoute({
  method: 'POST',
  path: '/api/console/staff/:id/post',
  summary: 'Give another post in place of the one held, or set the post above it (换岗)',
  allow: ['administrator'],
  params: Type.Object({ id: Uuid }),
  body: Type.Object(postGiven),
  response: Type.Object({ postId: Uuid }),
});

export const ResetAccess = defineRoute({
  method: 'POST',
  path: '/api/console/staff/:id/access',
  summary: 'New password and one-time-code secret, answered once; ends all sessions (重设登录)',
  allow: ['administrator'],
  params: Type.Object({ id: Uuid }),
  body: Type.Object({ password: Type.String({ maxLength: 200 }) }),
  response: Type.Object({ totpUri: Type.String() }),
});

export const DisableStaff = defineRoute({
  method: 'POST',
  path: '/api/console/staff/:id/disabling',
  summary: 'Disable an account and end its sessions (停用账号)',
  allow: ['administrator'],
  params: Type.Object({ id: Uuid }),
  response: Type.Object({ endedSessions: Type.Integer() }),
});
