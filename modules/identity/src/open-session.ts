import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import type { SessionKind } from './domain/session.ts';
import { addSession } from './store-sessions.ts';

export type NewSession = {
  readonly kind: SessionKind;
  readonly holderId: string;
  readonly divisionCode?: string;
  readonly postId?: string;
  /** What the person will recognise in the list of sessions: browser and system, shortened. */
  readonly device?: string;
};

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A new session and its cookie value, 256 random bits; only the hash is kept. */
export async function openSession(ctx: Ctx, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await addSession(ctx.tx, {
    token_hash: hashToken(token),
    id: newId(),
    kind: session.kind,
    holder_id: session.holderId,
    division_code: session.divisionCode ?? null,
    post_id: session.postId ?? null,
    firm_id: null,
    device: (session.device ?? '').slice(0, 120),
    started_at: ctx.now,
    seen_at: ctx.now,
    ended_at: null,
  });
  return token;
}
