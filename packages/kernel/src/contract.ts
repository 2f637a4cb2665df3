import type { Static, TObject, TSchema } from 'typebox';

/** Who may call a route. `public` is anybody, `person` a signed-in citizen or firm; the rest are posts of staff. */
export type Role =
  | 'public'
  | 'person'
  | 'firm'
  | 'clerk'
  | 'reviewer'
  | 'approver'
  | 'supervisor'
  | 'editor'
  | 'administrator'
  | 'auditor';

/** Every role there is; the permission matrix tries each of them on each route. */
export const roles: readonly Role[] = [
  'public',
  'person',
  'firm',
  'clerk',
  'reviewer',
  'approver',
  'supervisor',
  'editor',
  'administrator',
  'auditor',
];

export type Route<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify's form: `/api/v1/cases/:id`. */
  readonly path: string;
  /** One line for the API page: English, then the field's term in brackets. */
  readonly summary: string;
  readonly allow: readonly Role[];
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** One file as `multipart/form-data`, part `file`, instead of a JSON body. */
  readonly takes?: 'file';
  /** What is counted apart from the rest, and more strictly: an answer to who guesses numbers or codes. */
  readonly costs?: 'verify' | 'sign-in' | 'staff-sign-in';
  /** What leaves. A field not listed here cannot. */
  readonly response: R;
};

/**
 * The one description of a route, read by the server, the console and the OpenAPI page. Safe for browsers.
 * Commands (everything but GET) take an `Idempotency-Key` header.
 */
export function defineRoute<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
>(route: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return route;
}

/** News of the past, told upward through the outbox: `case.accepted`. Carries ids and dates, never personal data. */
export type EventKind<N extends string = string, S extends TObject = TObject> = {
  readonly name: N;
  readonly payload: S;
};

export function defineEvent<const N extends string, S extends TObject>(name: N, payload: S): EventKind<N, S> {
  return { name, payload };
}

export type PayloadOf<E extends EventKind> = Static<E['payload']>;
