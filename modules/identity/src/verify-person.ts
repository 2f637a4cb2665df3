import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Actor, type Ctx, emit, findingHash, inRead, type Setting, seal, transact } from '@zhengtong/platform';
import { parseResidentNumber, type Sentence } from '@zhengtong/standards';
import { PersonVerified } from './contract.ts';
import { findLock, forgetFailures, noteFailure } from './count-attempts.ts';
import type { PersonRegister } from './register-port.ts';
import { findPersonByNumber, findPersonRow, saveVerified } from './store-people.ts';

export type VerifyPersonRefusal =
  | { readonly kind: 'name-empty' }
  | { readonly kind: 'number-malformed'; readonly say: Sentence }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'register-away' }
  | { readonly kind: 'number-taken' }
  | { readonly kind: 'already-verified' }
  | { readonly kind: 'locked'; readonly until: string };

export type Identification = { readonly name: string; readonly residentNumber: string };

/**
 * Real-name check (实名认证). The register is asked between two transactions, never inside one. A number belongs to one
 * account: the second account with it is told so and sent to a counter.
 */
export async function verifyPerson(
  setting: Setting,
  actor: Actor,
  register: PersonRegister,
  given: Identification,
): Promise<Result<undefined, VerifyPersonRefusal>> {
  const name = given.name.normalize('NFC').replace(/\s+/g, '').slice(0, 60);
  if (!name) return refuse({ kind: 'name-empty' });
  const checked = parseResidentNumber(given.residentNumber, { demoAreas: register.demoAreas ?? [] });
  if (!checked.ok) return refuse({ kind: 'number-malformed', say: checked.refusal.say });
  const until = await inRead(setting, actor, (ctx) => findLock(ctx, 'verify', actor.id));
  if (until) return refuse({ kind: 'locked', until });

  const answer = await register.matches(name, checked.value.number);
  if (answer === 'away') return refuse({ kind: 'register-away' });
  return transact(setting, actor, (ctx) =>
    settle(ctx, { name, residentNumber: checked.value.number }, answer === 'match'),
  );
}

async function settle(
  ctx: Ctx,
  who: Identification,
  isMatch: boolean,
): Promise<Result<undefined, VerifyPersonRefusal>> {
  const { id } = ctx.actor;
  const person = await findPersonRow(ctx.tx, id);
  if (!person) throw new Error('a session without its person');
  if (person.verified_at) return refuse({ kind: 'already-verified' });
  if (!isMatch) {
    await noteFailure(ctx, 'verify', id);
    return refuse({ kind: 'no-match' });
  }
  const residentHash = findingHash(ctx.keys, 'resident', who.residentNumber);
  if (await findPersonByNumber(ctx.tx, residentHash)) return refuse({ kind: 'number-taken' });
  await saveVerified(ctx.tx, id, {
    name: seal(ctx.keys, 'people.name', who.name),
    resident_hash: residentHash,
    resident_number: seal(ctx.keys, 'people.resident_number', who.residentNumber),
    verified_at: ctx.now,
  });
  await forgetFailures(ctx, 'verify', id);
  await emit(ctx, { event: PersonVerified, divisionCode: '000000', key: id, payload: { personId: id } });
  return ok();
}
