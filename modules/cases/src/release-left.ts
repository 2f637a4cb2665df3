import { PostEnded, StaffDisabled } from '@zhengtong/identity/contract';
import { type Ctx, listen } from '@zhengtong/platform';
import { loadCase } from './load-case.ts';
import { recordAction } from './record-action.ts';
import { listHeldBy } from './store-cases.ts';

/** Whose account was shut leaves an empty desk: the cases on it go back to the queue, where colleagues find them. */
export const staffDisabledListener = listen('cases.on-staff-disabled', StaffDisabled, (ctx, left) =>
  releaseHeld(ctx, left, 'staff-disabled'),
);

/** So does who went to another post, be it in the same office: what they may do there is another matter. */
export const postEndedListener = listen('cases.on-post-ended', PostEnded, (ctx, left) =>
  releaseHeld(ctx, left, 'post-ended'),
);

async function releaseHeld(
  ctx: Ctx,
  { staffId, divisionCode }: { readonly staffId: string; readonly divisionCode: string },
  because: 'staff-disabled' | 'post-ended',
): Promise<void> {
  for (const ref of await listHeldBy(ctx.tx, { divisionCode, staffId })) {
    const loaded = await loadCase(ctx, ref, 'change');
    // Read again under its lock: a colleague above may have taken it off the desk meanwhile.
    if (loaded?.state.heldBy !== staffId) continue;
    await recordAction(ctx, loaded, { kind: 'released', because }, { kind: 'clock', id: 'clock' });
  }
}
