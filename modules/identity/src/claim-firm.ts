import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Actor, type Ctx, type Setting, transact } from '@zhengtong/platform';
import { parseCreditCode, type Sentence } from '@zhengtong/standards';
import { forgetFailures, giveBackTry, lockTries, noteFailure } from './count-attempts.ts';
import type { FirmRegister, Representative } from './firm-register-port.ts';
import { type Firm, registerFirm } from './firms.ts';
import { findPerson } from './people.ts';

export type ClaimFirmRefusal =
  | { readonly kind: 'code-malformed'; readonly say: Sentence }
  | { readonly kind: 'not-verified' }
  /** Not its representative, or no such firm: the register does not say which, and neither do we. */
  | { readonly kind: 'no-match' }
  | { readonly kind: 'register-away' }
  | { readonly kind: 'locked'; readonly until: string };

/**
 * Lets a verified person act for the firm whose legal representative they are by the register of firms. As with
 * `verifyPerson` the register is asked between two transactions and each question is counted before it is asked, so that
 * nobody tries codes in a row. Their name and number go to the register for this, which they can read of afterwards.
 */
export async function claimFirm(
  setting: Setting,
  actor: Actor,
  register: FirmRegister,
  typedCode: string,
): Promise<Result<Firm, ClaimFirmRefusal>> {
  const parsed = parseCreditCode(typedCode);
  if (!parsed.ok) return refuse({ kind: 'code-malformed', say: parsed.refusal.say });
  const creditCode = parsed.value.code;
  const admitted = await transact(setting, actor, admit);
  if (!admitted.ok) return admitted;

  const answer = await register.represents(creditCode, admitted.value);
  if (answer.kind === 'away') {
    await transact(setting, actor, async (ctx) => ok(await giveBackTry(ctx, 'firm', actor.id)));
    return refuse({ kind: 'register-away' });
  }
  if (answer.kind === 'no-match') return refuse({ kind: 'no-match' });
  return await transact(setting, actor, async (ctx) => {
    await forgetFailures(ctx, 'firm', actor.id);
    const firm = await registerFirm(ctx, { creditCode, name: answer.name, legalRepresentativeId: actor.id });
    // Judged a moment ago; a person is never unverified again.
    if (!firm.ok) throw new Error(`firm not registered: ${firm.refusal.kind}`);
    return firm;
  });
}

/** Counts the try as a failure until it is known to be none. */
async function admit(ctx: Ctx): Promise<Result<Representative, ClaimFirmRefusal>> {
  const { id } = ctx.actor;
  const until = await lockTries(ctx, 'firm', id);
  if (until) return refuse({ kind: 'locked', until });
  const reason = { purpose: '核对企业的法定代表人', fields: ['name', 'residentNumber'] };
  const person = await findPerson(ctx, id, reason);
  if (!person?.isVerified || !person.name || !person.residentNumber) return refuse({ kind: 'not-verified' });
  await noteFailure(ctx, 'firm', id);
  return ok({ name: person.name, residentNumber: person.residentNumber });
}
