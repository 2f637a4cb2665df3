import { cutText, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Actor, type Ctx, emit, findingHash, type Setting, seal, sqlState, transact } from '@zhengtong/platform';
import { parseResidentNumber, type Sentence } from '@zhengtong/standards';
import { PersonVerified } from './contract.ts';
import { forgetFailures, giveBackTry, lockTries, noteFailure } from './count-attempts.ts';
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
 * Real-name check (实名认证). The register is asked between two transactions, never inside one, and each question is counted
 * before it is asked: whoever sends a hundred names for one number at once has six of them looked at. A number belongs
 * to one account: the second account with it is told so and sent to a counter.
 */
export async function verifyPerson(
  setting: Setting,
  actor: Actor,
  register: PersonRegister,
  given: Identification,
): Promise<Result<undefined, VerifyPersonRefusal>> {
  // Marks nobody sees, among them those that turn the reading direction, would make one name look like another.
  const name = cutText(given.name.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ''), 60);
  if (!name) return refuse({ kind: 'name-empty' });
  const checked = parseResidentNumber(given.residentNumber, { demoAreas: register.demoAreas ?? [] });
  if (!checked.ok) return refuse({ kind: 'number-malformed', say: checked.refusal.say });
  const admitted = await transact(setting, actor, admit);
  if (!admitted.ok) return admitted;

  const answer = await register.matches(name, checked.value.number);
  if (answer === 'away') {
    await transact(setting, actor, async (ctx) => ok(await giveBackTry(ctx, 'verify', actor.id)));
    return refuse({ kind: 'register-away' });
  }
  if (answer === 'no-match') return refuse({ kind: 'no-match' });
  try {
    return await transact(setting, actor, (ctx) => settle(ctx, { name, residentNumber: checked.value.number }));
  } catch (error) {
    // Two accounts with one number in the same instant: the table lets one in.
    if (sqlState(error) === '23505') return refuse({ kind: 'number-taken' });
    throw error;
  }
}

/** Counts the try as a failure until it is known to be none. */
async function admit(ctx: Ctx): Promise<Result<undefined, VerifyPersonRefusal>> {
  const { id } = ctx.actor;
  const until = await lockTries(ctx, 'verify', id);
  const person = await findPersonRow(ctx.tx, id);
  if (!person) throw new Error('a session without its person');
  if (person.verified_at) return refuse({ kind: 'already-verified' });
  if (until) return refuse({ kind: 'locked', until });
  await noteFailure(ctx, 'verify', id);
  return ok();
}

async function settle(ctx: Ctx, who: Identification): Promise<Result<undefined, VerifyPersonRefusal>> {
  const { id } = ctx.actor;
  const person = await findPersonRow(ctx.tx, id);
  if (!person) throw new Error('a session without its person');
  if (person.verified_at) return refuse({ kind: 'already-verified' });
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
