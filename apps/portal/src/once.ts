import { cutText, type Refusal, type Result } from '@zhengtong/kernel';
import { type Actor, type Ctx, findingHash, fingerprint, runOnce } from '@zhengtong/platform';
import { type Asked, textOf } from './routing.ts';
import type { Visit } from './visit.ts';

export type Done<R extends Refusal> =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: R | { readonly kind: 'in-flight' } };

const tries = 12;

/**
 * Does what a form asks, once: a double click, a reload or a slow line repeats the answer and not the deed. The key is
 * the form's hidden one with a fingerprint of what was sent, so that going back, changing an answer and sending again is
 * a new deed. `use` answers where to go (or any text), which is what is kept.
 */
export async function doOnce<R extends Refusal>(
  visit: Visit,
  asked: Asked,
  use: (ctx: Ctx) => Promise<Result<string, R>>,
  actor: Actor = visit.actor,
): Promise<Done<R>> {
  const { setting, app } = visit.site;
  const { token: _, once: __, ...told } = asked.body;
  // Keyed: a form may hold nothing but a phone, and the key is kept for a day.
  const print = findingHash(
    setting.keys,
    'form',
    fingerprint(`${visit.request.routeOptions.url}`, [asked.params, told]),
  );
  const key = `portal.${cutText(textOf(asked.body, 'once'), 64)}.${print}`;
  for (let at = 1; ; at++) {
    const answered = await runOnce(setting, actor, { key, fingerprint: print }, use, (result) =>
      result.ok ? { status: 303, body: result.value } : { status: 422, body: JSON.stringify(result.refusal) },
    );
    if (answered.ok) {
      app.wake();
      const { status, body } = answered.value;
      return status === 303 ? { ok: true, value: body } : { ok: false, refusal: JSON.parse(body) as R };
    }
    // The first press is still at work; its answer is this one's too. `other-body` cannot be: the key holds the body.
    if (at >= tries) return { ok: false, refusal: { kind: 'in-flight' } };
  }
}
