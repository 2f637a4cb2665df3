import type { ComponentType } from 'react';
import type { ActionName } from '../list-actions.ts';
import { AcceptDialog, RefuseAcceptanceDialog } from './acceptance-dialogs.tsx';
import { ArchiveDialog } from './archive-dialog.tsx';
import type { DialogProps } from './case-dialog.tsx';
import { ExtendDialog, PauseDialog } from './clock-dialogs.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { DeliverDialog } from './deliver-dialog.tsx';
import { FinishStepDialog, StepAgainDialog } from './step-dialogs.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

const dialogs: Readonly<Record<Exclude<ActionName, 'claim' | 'release' | 'resume'>, ComponentType<DialogProps>>> = {
  accept: AcceptDialog,
  'refuse-acceptance': RefuseAcceptanceDialog,
  'ask-correction': CorrectionDialog,
  pause: PauseDialog,
  extend: ExtendDialog,
  'finish-step': FinishStepDialog,
  'send-back': StepAgainDialog,
  transfer: TransferDialog,
  decide: DecideDialog,
  deliver: DeliverDialog,
  archive: ArchiveDialog,
};

/** The dialog of an action. */
export function ActionDialog({ name, ...rest }: DialogProps & { name: ActionName }) {
  if (name === 'claim' || name === 'release' || name === 'resume') return null;
  const Dialog = dialogs[name];
  return <Dialog {...rest} />;
}
