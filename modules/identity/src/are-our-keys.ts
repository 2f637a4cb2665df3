import { type Ctx, unseal } from '@zhengtong/platform';
import { phoneHashOf } from './request-code.ts';
import { findSealedByAges } from './store-people.ts';

/**
 * Whether these keys open what lies here, oldest and newest, and find people by their phones: with others everybody would
 * be a stranger, and what is written from now on would be sealed apart from the rest. Of an empty house all keys are.
 */
export async function areOurKeys(ctx: Pick<Ctx, 'tx' | 'keys'>): Promise<boolean> {
  const { people, staff } = await findSealedByAges(ctx.tx);
  try {
    for (const { totp_secret: secret } of staff) if (secret) unseal(ctx.keys, 'staff.totp_secret', secret);
    return people.every(
      (person) => phoneHashOf(ctx, unseal(ctx.keys, 'people.phone', person.phone)) === person.phone_hash,
    );
  } catch {
    return false;
  }
}
