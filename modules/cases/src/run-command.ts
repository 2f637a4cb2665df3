import type { Refusal, Result } from '@zhengtong/kernel';
import { type AtOnce, type Ctx, writeInside } from '@zhengtong/platform';
import { acceptCase, refuseAcceptance } from './accept-case.ts';
import { archiveCase } from './archive-case.ts';
import { askCorrection } from './ask-correction.ts';
import { checkMaterial } from './check-material.ts';
import { claimCase, releaseCase } from './claim-case.ts';
import { compareOriginal } from './compare-original.ts';
import type { CaseCommand } from './contract.ts';
import { decideCase } from './decide-case.ts';
import { deliverCase } from './deliver-case.ts';
import { finishStep, returnToStep } from './finish-step.ts';
import type { LoadedCase } from './load-case.ts';
import { extendClock, pauseClock, resumeClock } from './pause-clock.ts';
import type { CaseRef } from './store-cases.ts';
import { transferCase } from './transfer-case.ts';

type RefusalOf<F extends (...given: never[]) => Promise<Result<AtOnce<LoadedCase>, unknown>>> = Extract<
  Awaited<ReturnType<F>>,
  { readonly ok: false }
>['refusal'];

/** Everything an officer may be told no with. */
export type CommandRefusal =
  | RefusalOf<typeof acceptCase>
  | RefusalOf<typeof askCorrection>
  | RefusalOf<typeof checkMaterial>
  | RefusalOf<typeof compareOriginal>
  | RefusalOf<typeof decideCase>
  | RefusalOf<typeof extendClock>
  | RefusalOf<typeof finishStep>
  | RefusalOf<typeof pauseClock>
  | RefusalOf<typeof returnToStep>
  | RefusalOf<typeof transferCase>;

/** Which use case answers which command with what is to be written; a kind left out does not compile. */
export function planCommand(
  ctx: Ctx,
  ref: CaseRef,
  command: CaseCommand,
): Promise<Result<AtOnce<LoadedCase>, CommandRefusal>> {
  switch (command.kind) {
    case 'claim':
      return claimCase(ctx, ref);
    case 'release':
      return releaseCase(ctx, ref);
    case 'check': {
      const { material, check, isFine, note } = command;
      return checkMaterial(ctx, ref, { material, check, isFine, ...(note ? { note } : {}) });
    }
    case 'compare-original':
      return compareOriginal(ctx, ref, command);
    case 'ask-correction':
      return askCorrection(ctx, ref, command);
    case 'accept':
      return acceptCase(ctx, ref);
    case 'refuse-acceptance':
      return refuseAcceptance(ctx, ref, command);
    case 'pause':
      return pauseClock(ctx, ref, command);
    case 'resume':
      return resumeClock(ctx, ref);
    case 'extend':
      return extendClock(ctx, ref, command);
    case 'finish-step':
      return finishStep(ctx, ref, command);
    case 'send-back':
      return returnToStep(ctx, ref, command);
    case 'transfer':
      return transferCase(ctx, ref, command);
    case 'decide':
      return decideCase(ctx, ref, command);
    case 'deliver':
      return deliverCase(ctx, ref, command);
    case 'archive':
      return archiveCase(ctx, ref);
  }
}

/** Carries a command out in the transaction at hand. */
export async function runCommand(
  ctx: Ctx,
  ref: CaseRef,
  command: CaseCommand,
): Promise<Result<LoadedCase, CommandRefusal | Refusal>> {
  const planned = await planCommand(ctx, ref, command);
  return planned.ok ? writeInside(ctx, planned.value) : planned;
}
