import { newId } from '@zhengtong/kernel';
import { type Ctx, findingHash, seal } from '@zhengtong/platform';
import { phoneHashOf } from './request-code.ts';
import { addPerson, findPersonByPhone, saveVerified } from './store-people.ts';

/**
 * A person proved elsewhere: by the demonstration city's builder, by a counter that has seen the card. Answers the id;
 * one whose phone is known already is left as they are.
 */
export async function addVerifiedPerson(
  ctx: Ctx,
  given: { name: string; residentNumber: string; phone: string },
): Promise<string> {
  const phoneHash = phoneHashOf(ctx, given.phone);
  const known = await findPersonByPhone(ctx.tx, phoneHash);
  if (known) return known.id;
  const id = newId();
  await addPerson(ctx.tx, {
    id,
    phone_hash: phoneHash,
    phone: seal(ctx.keys, 'people.phone', given.phone),
    joined_at: ctx.now,
  });
  await saveVerified(ctx.tx, id, {
    name: seal(ctx.keys, 'people.name', given.name),
    resident_hash: findingHash(ctx.keys, 'resident', given.residentNumber),
    resident_number: seal(ctx.keys, 'people.resident_number', given.residentNumber),
    verified_at: ctx.now,
  });
  return id;
}
