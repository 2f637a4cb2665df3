/** What a use case answers: a value, or a refusal it expects and can explain. Faults (bugs, outages) are thrown. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/**
 * A refusal is a fact in lower case words (`materials-missing`) with the fields a page needs to say what to do. RFC 9457 gives
 * five names a meaning of its own, and over HTTP a refusal's fields stand beside them: none of its fields bears one of these.
 */
export type Refusal<K extends string = string> = { readonly kind: K } & { readonly [M in StandardMember]?: never };

type StandardMember = 'type' | 'title' | 'status' | 'detail' | 'instance';

export function ok(): Result<undefined, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok(value?: unknown): Result<unknown, never> {
  return { ok: true, value };
}

export function refuse<const R extends Refusal>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}

/** The value, where a refusal would be a bug of the caller. Throws with the refusal's kind. */
export function must<T, R extends Refusal>(result: Result<T, R>): T {
  if (result.ok) return result.value;
  throw new Error(`unexpected refusal: ${result.refusal.kind}`);
}
