import { StaffDisabled } from '@zhengtong/identity/contract';
import { listen } from '@zhengtong/platform';
import { loadCase } from './load-case.ts';
import { recordAction } from './record-action.ts';
import { listHeldBy } from './store-cases.ts';

const released = { kind: 'released', because: 'staff-disabled' } as const;

/** Whose account was shut leaves an empty desk: the cases on it go back to the queue, where colleagues find them. */
export const staffDisabledListener = listen(
  'cases.on-staff-disabled',
  StaffDisabled,
  async (ctx, { staffId, divisionCode }) => {
    for (const ref of await listHeldBy(ctx.tx, { divisionCode, staffId })) {
      const loaded = await loadCase(ctx, ref, 'change');
      // Read again under its lock: a colleague above may have taken it off the desk meanwhile.
      if (loaded?.state.heldBy === staffId) await recordAction(ctx, loaded, released, { kind: 'clock', id: 'clock' });
    }
  },
);
